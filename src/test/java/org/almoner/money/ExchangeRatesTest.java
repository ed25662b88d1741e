package org.almoner.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.UnitOfWork;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest rate from before a gift counts for it, and a newer one is noticed soon. */
@AlmonerTest
class ExchangeRatesTest {

    private static final Instant MONDAY = Instant.parse("2026-08-31T00:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1));

    @Autowired
    UnitOfWork unit;

    @Autowired
    JdbcClient sql;

    private Instant now = WEDNESDAY;
    private ExchangeRates rates;

    @BeforeEach
    void begin() {
        InstantSource time = () -> now;
        rates = new ExchangeRates(unit, time.withZone(ZoneOffset.UTC));
        add("XTS", "2", MONDAY);
        add("XTS", "3", TUESDAY);
    }

    @AfterEach
    void remove() {
        sql.sql("delete from exchange_rate where currency = 'XTS'").update();
    }

    @Test
    void convertsByTheNewestRateFromBefore() {
        assertThat(usd("10", WEDNESDAY)).isEqualTo("30.00");
        assertThat(usd("10", TUESDAY.plusSeconds(1))).isEqualTo("30.00");
        assertThat(usd("10", TUESDAY)).isEqualTo("20.00");
        assertThat(usd("-10.015", WEDNESDAY)).isEqualTo("-30.06"); // 10.02, threefold
    }

    @Test
    void leavesDollarsAsTheyAre() {
        assertThat(rates.toUsd(Money.usd(BigDecimal.ONE), Instant.EPOCH)).isEqualTo(Money.usd(BigDecimal.ONE));
    }

    @Test
    void isInvalidWithoutARate() {
        assertThatExceptionOfType(InvalidMessage.class)
                .isThrownBy(() -> usd("10", MONDAY))
                .withMessage("unknown currency XTS");
        assertThatExceptionOfType(InvalidMessage.class)
                .isThrownBy(() -> rates.toUsd(new Money(BigDecimal.ONE, "XXX"), WEDNESDAY))
                .withMessage("unknown currency XXX");
    }

    @Test
    void noticesANewerRateAfterAMinute() {
        assertThat(usd("10", WEDNESDAY)).isEqualTo("30.00");

        add("XTS", "4", TUESDAY.plusSeconds(1));

        assertThat(usd("10", WEDNESDAY)).isEqualTo("30.00");
        now = now.plusSeconds(61);
        assertThat(usd("10", WEDNESDAY)).isEqualTo("40.00");
    }

    @Test
    void knowsTheCurrenciesOfTheWorldFromTheBeginning() {
        assertThat(rates.toUsd(new Money(new BigDecimal("1000000"), "JPY"), MONDAY)
                        .amount())
                .isBetween(BigDecimal.valueOf(5000), BigDecimal.valueOf(15_000));
        assertThat(rates.toUsd(new Money(BigDecimal.TEN, "EUR"), Instant.parse("2001-01-01T00:00:00Z"))
                        .amount())
                .isBetween(BigDecimal.valueOf(8), BigDecimal.valueOf(16));
        assertThat(sql.sql("select count(distinct currency) from exchange_rate")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(140);
    }

    private String usd(String amount, Instant at) {
        return rates.toUsd(new Money(new BigDecimal(amount), "XTS"), at)
                .amount()
                .toString();
    }

    private void add(String currency, String usdValue, Instant validFrom) {
        sql.sql("insert into exchange_rate (currency, usd_value, valid_from) values (?, ?::numeric, ?)")
                .param(currency)
                .param(usdValue)
                .param(OffsetDateTime.ofInstant(validFrom, ZoneOffset.UTC))
                .update();
    }
}
