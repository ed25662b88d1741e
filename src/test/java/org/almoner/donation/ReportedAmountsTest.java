package org.almoner.donation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedAmountsTest {

    private static final BigDecimal DOLLARS_FOR_A_EURO = new BigDecimal("1.1");

    @ParameterizedTest
    @CsvSource({
        // gross, fee, net, settled: total, fee, net; reported: gross, fee, net
        "10, ,    ,     ,      ,      ,     11.00, 0.00, 11.00",
        "10, 0,   ,     ,      ,      ,     11.00, 0.00, 11.00",
        "10, 1,   ,     ,      ,      ,     11.00, 1.10, 9.90",
        "10, ,    9,    ,      ,      ,     11.00, 1.10, 9.90",
        "10, 1,   9,    ,      ,      ,     11.00, 1.10, 9.90",
        "10, ,    ,     12.00, -0.50, 11.5, 12.00, 0.50, 11.50",
        "10, 1,   ,     12.00, -0.50, ,     12.00, 0.50, 11.50",
        "10, 1,   9,    12.00, ,      ,     12.00, 1.10, 10.90",
        "10, ,    ,     12.00, ,      11,   12.00, 1.00, 11.00",
    })
    void areWhatWasSettledOrWhatTheRateMakesOfIt(
            BigDecimal gross,
            @Nullable BigDecimal fee,
            @Nullable BigDecimal net,
            @Nullable BigDecimal total,
            @Nullable BigDecimal settledFee,
            @Nullable BigDecimal settledNet,
            BigDecimal reportedGross,
            BigDecimal reportedFee,
            BigDecimal reportedNet) {
        var given = new GivenAmounts("EUR", gross, fee, net, null, null, null, null, null);
        var settled = new Settlement("USD", total, settledFee, settledNet, null, null);

        assertThat(ReportedAmounts.of(given, settled, ReportedAmountsTest::toDollars))
                .isEqualTo(
                        new ReportedAmounts(Money.usd(reportedGross), Money.usd(reportedFee), Money.usd(reportedNet)));
    }

    @ParameterizedTest
    @CsvSource({
        // currency, gross, fee; original: currency, gross, total, fee; reported gross, fee
        "USD, 11, 1.1, EUR, 10, ,   ,  11.00, 1.10", // as older programs pushed it, converted already
        ",    ,   ,    EUR, ,   10, 1, 11.00, 1.10",
        "EUR, 7,  ,    ,    8,  10, ,  11.00, 0.00",
    })
    void areNeverConvertedTwice(
            @Nullable String currency,
            @Nullable BigDecimal gross,
            @Nullable BigDecimal fee,
            @Nullable String originalCurrency,
            @Nullable BigDecimal originalGross,
            @Nullable BigDecimal originalTotal,
            @Nullable BigDecimal originalFee,
            BigDecimal reportedGross,
            BigDecimal reportedFee) {
        var given = new GivenAmounts(
                currency, gross, fee, null, originalCurrency, originalTotal, originalGross, originalFee, null);
        var settled = new Settlement(null, null, null, null, null, null);

        var reported = ReportedAmounts.of(given, settled, ReportedAmountsTest::toDollars);

        assertThat(given.original()).isEqualTo(new Money(BigDecimal.TEN, "EUR"));
        assertThat(reported.gross()).isEqualTo(Money.usd(reportedGross));
        assertThat(reported.fee()).isEqualTo(Money.usd(reportedFee));
    }

    private static Money toDollars(Money money) {
        return money.currency().equals("USD") ? money : Money.usd(money.amount().multiply(DOLLARS_FOR_A_EURO));
    }
}
