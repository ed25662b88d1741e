package org.almoner.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits in PostgreSQL: the outbox and the dead letters, as metrics. Looked up now and then, not at each scrape. */
@Component("backlog")
public class Backlog {

    private static final List<String> STATES = List.of("kept", "requeued", "handled");

    private final Statements statements;
    private final Clock clock;
    private final Map<String, Double> figures = new ConcurrentHashMap<>();

    Backlog(Statements statements, Clock clock, MeterRegistry meters) {
        this.statements = statements;
        this.clock = clock;
        gauge(meters, "almoner.outbox.messages", "follow-ups not yet pushed, those of later included");
        gauge(meters, "almoner.outbox.age.seconds", "for how long the oldest follow-up has been due");
        for (String state : STATES) {
            Gauge.builder("almoner.dead.letters", () -> figures.getOrDefault(state, Double.NaN))
                    .description("kept messages that were not handled")
                    .tag("state", state)
                    .register(meters);
        }
    }

    /** Called by a route. */
    public void look() {
        statements.query("select count(*), min(due_at) from outbox", (row, n) -> {
            figures.put("almoner.outbox.messages", row.getDouble(1));
            return figures.put("almoner.outbox.age.seconds", age(row.getObject(2, OffsetDateTime.class)));
        });
        STATES.forEach(state -> figures.put(state, 0.0));
        statements.query(
                "select state, count(*) from dead_letter group by state",
                (row, n) -> figures.put(row.getString(1), row.getDouble(2)));
    }

    private double age(@Nullable OffsetDateTime due) {
        Instant now = clock.instant();
        return due == null || due.toInstant().isAfter(now)
                ? 0
                : Duration.between(due.toInstant(), now).toMillis() / 1000.0;
    }

    private void gauge(MeterRegistry meters, String name, String description) {
        Gauge.builder(name, () -> figures.getOrDefault(name, Double.NaN))
                .description(description)
                .register(meters);
    }
}
