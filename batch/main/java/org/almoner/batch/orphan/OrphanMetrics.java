package org.almoner.batch.orphan;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.almoner.orphan.OverduePayments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the newest run found and asked, how many orphans are in which state, and how far behind all of it is. */
@Component("orphanMetrics")
public class OrphanMetrics {

    private static final String NEWEST_RUN =
            "select found, asked, unresolvable, passed_over from orphan_run order by started_at desc limit 1";

    private static final String UNDECIDED =
            """
            select count(*) filter (where state = 'ASKED') as asked, count(*) filter (where state = 'ACTING') as acting,
                count(*) filter (where state = 'LEFT') as left
            from orphan where state <> 'DECIDED'
            """;

    private final OverduePayments overdue;
    private final JdbcClient sql;
    private final Clock clock;
    private final Map<String, Double> figures = new ConcurrentHashMap<>();

    OrphanMetrics(OverduePayments overdue, JdbcClient sql, Clock clock, MeterRegistry meters) {
        this.overdue = overdue;
        this.sql = sql;
        this.clock = clock;
        Gauge.builder("almoner.orphans.oldest.seconds", () -> figures.getOrDefault("age", Double.NaN))
                .description("how old the oldest payment is that a gateway is, or should be, asked about")
                .register(meters);
        gauges(
                meters,
                "almoner.orphans.run",
                "payments of the newest run",
                "found",
                "asked",
                "unresolvable",
                "passed_over");
        gauges(meters, "almoner.orphans.undecided", "orphans by state", "asked", "acting", "left");
    }

    private void gauges(MeterRegistry meters, String name, String description, String... kinds) {
        for (String kind : kinds) {
            Gauge.builder(name, () -> figures.getOrDefault(name + kind, Double.NaN))
                    .description(description)
                    .tag("kind", kind)
                    .register(meters);
        }
    }

    /** Called by a route. */
    public void look() {
        var now = clock.instant();
        figures.put(
                "age",
                overdue.oldest(now)
                        .map(oldest -> Duration.between(oldest, now).toMillis() / 1000.0)
                        .orElse(0.0));
        take("almoner.orphans.run", NEWEST_RUN);
        take("almoner.orphans.undecided", UNDECIDED);
    }

    private void take(String name, String query) {
        sql.sql(query)
                .query()
                .listOfRows()
                .forEach(row -> row.forEach((kind, value) -> figures.put(name + kind, ((Number) value).doubleValue())));
    }
}
