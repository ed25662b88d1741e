package org.almoner.batch.expiry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the newest run goes, and how old the oldest payment is that has not come to an end. Looked up now and then. */
@Component("expiryMetrics")
public class ExpiryMetrics {

    private static final String NEWEST_RUN =
            """
            select found, expired, waiting, settled, set_aside, failed, remaining, extract(epoch from lag) as lag_seconds,
                extract(epoch from (select max(ended_at) from expiry_run)) as last_success_seconds,
                expired / greatest(0.001, extract(epoch from duration)) as per_second
            from expiry_run order by started_at desc limit 1
            """;

    private final OpenTransactions open;
    private final JdbcClient sql;
    private final Clock clock;
    private final Map<String, Double> figures = new ConcurrentHashMap<>();

    ExpiryMetrics(OpenTransactions open, JdbcClient sql, Clock clock, MeterRegistry meters) {
        this.open = open;
        this.sql = sql;
        this.clock = clock;
        gauge(meters, "almoner.transactions.oldest.open.seconds", "age", "how old the oldest open payment is");
        gauge(
                meters,
                "almoner.expiry.last.success.seconds",
                "last_success_seconds",
                "when a run last ended, Unix time");
        gauge(
                meters,
                "almoner.expiry.lag.seconds",
                "lag_seconds",
                "how far the newest run is from the end of its window");
        gauge(meters, "almoner.expiry.per.second", "per_second", "payments that expired, in the newest run");
        for (String outcome :
                new String[] {"found", "expired", "waiting", "settled", "set_aside", "failed", "remaining"}) {
            Gauge.builder("almoner.expiry.payments", () -> figures.getOrDefault(outcome, Double.NaN))
                    .description("payments that the newest run has looked at, or is to look at")
                    .tag("outcome", outcome)
                    .register(meters);
        }
    }

    /** Called by a route. */
    public void look() {
        figures.put(
                "age",
                open.oldest()
                        .map(at -> seconds(Duration.between(at, clock.instant())))
                        .orElse(0.0));
        sql.sql(NEWEST_RUN).query().listOfRows().forEach(run -> run.forEach(this::put));
    }

    private void put(String name, Object value) {
        if (value instanceof Number number) {
            figures.put(name, number.doubleValue());
        }
    }

    private void gauge(MeterRegistry meters, String name, String figure, String description) {
        Gauge.builder(name, () -> figures.getOrDefault(figure, Double.NaN))
                .description(description)
                .register(meters);
    }

    private static double seconds(Duration age) {
        return age.toMillis() / 1000.0;
    }
}
