package org.almoner.money;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/**
 * What other currencies were worth in US dollars when. The newest rate of a currency is remembered for a minute, so that
 * today's gifts cost no round trip.
 */
@Repository
public class ExchangeRates {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z"); // PostgreSQL knows no Instant.MAX

    private record Newest(ExchangeRate rate, Instant readAt) {}

    private final UnitOfWork unit;
    private final Clock clock;
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();

    ExchangeRates(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * By the newest rate from strictly before the given time, to the cent.
     *
     * @throws InvalidMessage if there is none
     */
    public Money toUsd(Money money, Instant at) {
        return money.currency().equals(Money.REPORTING_CURRENCY)
                ? money
                : Money.usd(money.amount().multiply(rate(money.currency(), at)));
    }

    /** Keeps a rate; one of the same time is replaced. */
    public void keep(ExchangeRate rate) {
        unit.write(
                """
                insert into exchange_rate as known (currency, usd_value, valid_from) select ?, ?::numeric, ?::timestamptz
                on conflict (currency, valid_from) do update set usd_value = excluded.usd_value
                where known.usd_value <> excluded.usd_value
                """,
                rate.currency(),
                rate.usdValue(),
                rate.validFrom());
    }

    private BigDecimal rate(String currency, Instant at) {
        return Optional.of(newest(currency))
                .filter(rate -> rate.isBefore(at))
                .or(() -> newestBefore(currency, at))
                .map(ExchangeRate::usdValue)
                .orElseThrow(() -> unknown(currency));
    }

    private ExchangeRate newest(String currency) {
        var now = clock.instant();
        var known = newest.get(currency);
        if (known == null || known.readAt().plus(REMEMBERED).isBefore(now)) {
            var rate = newestBefore(currency, END_OF_TIME).orElseThrow(() -> unknown(currency));
            known = new Newest(rate, now);
            newest.put(currency, known);
        }
        return known.rate();
    }

    private Optional<ExchangeRate> newestBefore(String currency, Instant at) {
        return unit
                .read(
                        """
                        select usd_value, valid_from from exchange_rate where currency = ? and valid_from < ?
                        order by valid_from desc limit 1
                        """,
                        (row, n) -> new ExchangeRate(
                                currency,
                                row.getBigDecimal("usd_value"),
                                row.getTimestamp("valid_from").toInstant()),
                        currency,
                        at)
                .stream()
                .findFirst();
    }

    private static InvalidMessage unknown(String currency) {
        return new InvalidMessage("unknown currency " + currency);
    }
}
