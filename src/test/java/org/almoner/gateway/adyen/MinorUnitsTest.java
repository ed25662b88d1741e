package org.almoner.gateway.adyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinorUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "1250,   EUR, 12.50",
        "500,    JPY, 500",
        "1235,   KWD, 1.235",
        "100000, CLP, 1000",
        "1000,   ISK, 10.00",
        "500,    CVE, 500.00",
        "500,    IDR, 500",
        "500,    UGX, 500.00",
    })
    void areCountedAsAdyenDoes(long units, String currency, BigDecimal amount) {
        assertThat(MinorUnits.money(units, currency)).isEqualTo(new Money(amount, currency));
        assertThat(MinorUnits.of(new Money(amount, currency))).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"12.5, EUR, 12.50", "5, JPY, 500", "12.35, KWD, 1.235", "0.01, JPY, 1"})
    void areAHundredTimesTheAmountOfAJob(BigDecimal inJob, String currency, BigDecimal amount) {
        assertThat(MinorUnits.ofJob(inJob, currency)).isEqualTo(new Money(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({"12.555, EUR", "1e30, EUR", "1, ???", "1, ''"})
    void areWholeAndOfACurrency(BigDecimal inJob, String currency) {
        assertThatExceptionOfType(InvalidMessage.class).isThrownBy(() -> MinorUnits.ofJob(inJob, currency));
    }
}
