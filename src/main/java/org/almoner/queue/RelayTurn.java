package org.almoner.queue;

import io.lettuce.core.RedisCommandExecutionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.almoner.queue.FollowUp.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One bundle from the outbox to the queues. Only one relay of all processes has its turn at a time, by a lock that ends
 * with its database transaction; a relay that lost the lock without noticing is refused by Redis, which knows the newest
 * turn. Pushed rows are marked in Redis until their deletion is committed, so that a crash in between pushes nothing twice.
 */
@Component
class RelayTurn {

    private static final Logger LOG = LoggerFactory.getLogger(RelayTurn.class);

    /** Enough for large messages to travel, little enough for memory. */
    private static final long LARGEST_BUNDLE_BYTES = 8L << 20;

    /**
     * An outbox is empty for hours and full within a minute. A plan that is kept from before would read all of it at every turn,
     * so the turn's statements are planned each time.
     */
    private static final String LOCK =
            """
            select pg_advisory_xact_lock(hashtext('almoner relay')), set_config('plan_cache_mode', 'force_custom_plan', true)
            """;

    /** A queue that refuses (its key holds no list, or a follow-up is no object) must not keep the others waiting. */
    private static final Duration REST_OF_REFUSING_QUEUE = Duration.ofMinutes(1);

    private static final String DUE =
            """
            select id, queue, body, as_is, due_at from (
                select *, sum(octet_length(body)) over (order by due_at, id) - octet_length(body) as before
                from (
                    select * from outbox where due_at <= ? and queue <> all (?)
                    order by due_at, id limit 500) first) bundle
            where before <= ? order by due_at, id
            """;

    /** Pair by pair: two arrays beside each other would be tried each with each, by the index on both. */
    private static final String DELETE =
            """
            delete from outbox as sent
            using unnest(?::bigint[], ?::timestamptz[]) as marked (id, due_at)
            where sent.id = marked.id and sent.due_at = marked.due_at
            """;

    private final TransactionTemplate transactions;
    private final Statements statements;
    private final Pushes pushes;
    private final Clock clock;
    private final Map<String, Instant> refusing = new HashMap<>();

    RelayTurn(PlatformTransactionManager transactions, Statements statements, Pushes pushes, Clock clock) {
        this.transactions = new TransactionTemplate(transactions);
        this.statements = statements;
        this.pushes = pushes;
        this.clock = clock;
    }

    /** @return whether there may be more */
    boolean take() {
        Map<String, Long> pushed = Objects.requireNonNull(transactions.execute(status -> pushDue()));
        pushed.forEach((queue, turn) -> pushes.finish(new Keys(queue), turn));
        return !pushed.isEmpty();
    }

    private Map<String, Long> pushDue() {
        statements.query(LOCK, (row, n) -> n);
        Map<String, List<FollowUp>> bundles =
                due().stream().collect(Collectors.groupingBy(FollowUp::queue, LinkedHashMap::new, Collectors.toList()));
        Map<String, Long> pushed = new LinkedHashMap<>();
        bundles.forEach((queue, bundle) -> push(new Keys(queue), bundle).ifPresent(turn -> pushed.put(queue, turn)));
        return pushed;
    }

    private List<FollowUp> due() {
        Instant now = clock.instant();
        refusing.values().removeIf(until -> until.isBefore(now));
        return statements.query(
                DUE,
                (row, n) -> new FollowUp(
                        row.getLong("id"),
                        row.getString("queue"),
                        row.getBytes("body"),
                        row.getBoolean("as_is"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()),
                now,
                refusing.keySet().toArray(String[]::new),
                LARGEST_BUNDLE_BYTES);
    }

    private Optional<Long> push(Keys keys, List<FollowUp> bundle) {
        try {
            long turn = nextTurn();
            List<Mark> done = new ArrayList<>(pushes.begin(keys, turn));
            pushes.push(keys, turn, bundle);
            bundle.forEach(followUp -> done.add(followUp.mark()));
            delete(done);
            return Optional.of(turn);
        } catch (TurnOver e) {
            // we still hold the lock, or this statement would fail: the sequence went back with a restored database
            statements.query(
                    "select setval('relay_turn', greatest(?, last_value)) from relay_turn", (row, n) -> n, e.newest);
            return Optional.empty();
        } catch (RedisSystemException e) {
            if (!(e.getRootCause() instanceof RedisCommandExecutionException)) {
                throw e;
            }
            return rest(keys, e);
        } catch (InvalidMessage e) {
            return rest(keys, e);
        }
    }

    private Optional<Long> rest(Keys keys, RuntimeException cause) {
        LOG.error("queue={} refuses follow-ups, they stay in the outbox: {}", keys.queue(), Diagnosis.rootText(cause));
        refusing.put(keys.queue(), clock.instant().plus(REST_OF_REFUSING_QUEUE));
        return Optional.empty();
    }

    private long nextTurn() {
        return statements
                .query("select nextval('relay_turn')", (row, n) -> row.getLong(1))
                .get(0);
    }

    private void delete(List<Mark> marks) {
        statements.update(
                DELETE,
                marks.stream().map(mark -> String.valueOf(mark.id())).toArray(String[]::new),
                marks.stream().map(mark -> mark.dueAt().toString()).toArray(String[]::new));
    }
}
