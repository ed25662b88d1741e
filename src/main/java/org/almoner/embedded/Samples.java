package org.almoner.embedded;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows a newcomer what the queues do: pushes messages to new embedded stores and prints what became of them. */
@Component
@ConditionalOnProperty("almoner.samples") // set when both embedded stores are new
class Samples {
    private static final Logger log = LoggerFactory.getLogger(Samples.class);
    private static final Duration UNTIL_THEY_ARE_THROUGH = Duration.ofSeconds(60);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final StringRedisTemplate redis;
    private final JdbcClient sql;
    private final Clock clock;
    private final SampleJourney journey;
    private final Thread work = new Thread(this::pushAndReport, "samples");

    Samples(StringRedisTemplate redis, JdbcClient sql, Clock clock, SampleJourney journey) {
        this.redis = redis;
        this.sql = sql;
        this.clock = clock;
        this.journey = journey;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.start(); // on its own: the application is ready without it
    }

    @PreDestroy
    void stop() throws InterruptedException {
        work.interrupt();
        work.join(1000);
    }

    private void pushAndReport() {
        var messages = new SampleMessages(clock.instant());
        var now = messages.in("now");
        var due = clock.instant().plus(LATER).truncatedTo(ChronoUnit.SECONDS);
        now.forEach((queue, bodies) -> redis.opsForList().rightPushAll(queue, bodies));
        messages.in("later").forEach((queue, bodies) -> bodies.forEach(body -> postpone(queue, body, due)));
        Patience.of(UNTIL_THEY_ARE_THROUGH).until(() -> counts().through(now) && nothingIsDue());
        if (!Thread.currentThread().isInterrupted()) {
            log.info("What became of the sample messages:\n{}", counts().table(waiting()));
            journey.travel();
        }
    }

    private void postpone(String queue, String body, Instant due) {
        sql.sql(
                        """
                        insert into outbox (queue, body, as_is, due_at)
                        values (:queue, :body, true, :due)
                        """)
                .param("queue", queue)
                .param("body", body.getBytes(StandardCharsets.UTF_8))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    private SampleCounts counts() {
        return new SampleCounts(sql.sql(
                        """
                        select queue, sum(handled) as handled, sum(duplicate) as duplicate, sum(dead) as dead
                        from claim_receipt
                        group by queue
                        order by queue
                        """)
                .query(SampleCounts.Queue.class)
                .list());
    }

    private boolean nothingIsDue() {
        return sql.sql("select not exists (select from outbox where due_at <= :now)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private List<String> waiting() {
        return sql.sql(
                        """
                        select format('%s message for %s waits in the outbox until %s UTC',
                            count(*), queue, to_char(due_at at time zone 'UTC', 'HH24:MI:SS'))
                        from outbox
                        group by queue, due_at
                        order by due_at
                        """)
                .query(String.class)
                .list();
    }
}
