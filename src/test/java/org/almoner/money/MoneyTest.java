package org.almoner.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are exact, and in coins that exist. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "EUR, 12.345, 12.35",
        "EUR, 12.344, 12.34",
        "EUR, -12.345, -12.35",
        "EUR, 12, 12.00",
        "KWD, 1.2345, 1.235",
        "CLF, 1.2345, 1.235",
        "MRO, 1.2345, 1.235",
        "JPY, 500.99, 500",
        "MGA, 100.5, 100",
        "VND, -7.9, -7",
    })
    void isRoundedToTheSmallestCoin(String currency, BigDecimal amount, String rounded) {
        assertThat(new Money(amount, currency).amount()).isEqualTo(rounded);
    }

    @Test
    void isEqualHoweverItIsWritten() {
        assertThat(new Money(new BigDecimal("1.1"), "USD")).isEqualTo(Money.usd(new BigDecimal("1.10")));
    }

    @Test
    void subtractsExactly() {
        var gross = Money.usd(new BigDecimal("0.30"));

        assertThat(gross.minus(Money.usd(new BigDecimal("0.10")))).isEqualTo(Money.usd(new BigDecimal("0.20")));
        assertThat(gross.minus(gross).isZero()).isTrue();
        assertThat(gross.negated().abs()).isEqualTo(gross);
        assertThat(gross.isPositive()).isTrue();
        assertThat(gross.negated().isPositive()).isFalse();
    }

    @Test
    void isNotSubtractedFromAnotherCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.usd(BigDecimal.ONE).minus(new Money(BigDecimal.ONE, "EUR")));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 1250, 12.50", "JPY, 500, 500", "KWD, 1235, 1.235", "EUR, -1, -0.01", "VND, 0, 0"})
    void isCountedInTheSmallestCoin(String currency, long units, BigDecimal amount) {
        assertThat(Money.ofMinorUnits(units, currency)).isEqualTo(new Money(amount, currency));
        assertThat(new Money(amount, currency).minorUnits()).isEqualTo(units);
    }

    @Test
    void isNotCountedWhereNoLongWouldHoldIt() {
        assertThatExceptionOfType(InvalidMessage.class)
                .isThrownBy(() -> Money.usd(new BigDecimal("99999999999999999")).minorUnits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "EURO", "eur", "12€"})
    void isInACurrencyOfThreeLetters(String currency) {
        assertThatExceptionOfType(InvalidMessage.class).isThrownBy(() -> new Money(BigDecimal.ONE, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e17", "-1e17", "1e200000"})
    void isNotWithoutBounds(BigDecimal amount) {
        assertThatExceptionOfType(InvalidMessage.class).isThrownBy(() -> Money.usd(amount));
    }
}
