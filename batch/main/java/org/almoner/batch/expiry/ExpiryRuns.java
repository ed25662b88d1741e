package org.almoner.batch.expiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The record of each run, from its plan to its end. */
@Repository
class ExpiryRuns {

    private static final String BEGIN =
            """
            insert into expiry_run
                (tick, started_at, created_from, created_until, deadline, spread_millis, found, reached, progress_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD =
            """
            update expiry_run set expired = expired + ?, waiting = waiting + ?, settled = settled + ?,
                set_aside = set_aside + ?, reached = greatest(reached, ?), first_waiting = coalesce(first_waiting, ?),
                progress_at = ?
            where tick = ?
            """;

    private static final String END =
            """
            update expiry_run set ended_at = ?, reached = case when ? then created_until else reached end,
                settled = case when ? then settled + remaining else settled end
            where tick = ?
            """;

    private final UnitOfWork unit;
    private final OpenTransactions open;
    private final ExpirySettings settings;
    private final Clock clock;

    ExpiryRuns(UnitOfWork unit, OpenTransactions open, ExpirySettings settings, Clock clock) {
        this.unit = unit;
        this.open = open;
        this.settings = settings;
        this.clock = clock;
    }

    /** Plans the run, unless it began before: then it goes on as it was planned. */
    ExpiryRun begin(Instant tick) {
        return find(tick).orElseGet(() -> plan(tick));
    }

    void add(ExpiryRun run, Judgement judgement, Candidate last) {
        unit.write(
                ADD,
                judgement.expired().size(),
                judgement.waiting().size(),
                judgement.settled(),
                judgement.unreadable().size(),
                last.createdAt(),
                judgement.waiting().stream()
                        .findFirst()
                        .map(Candidate::createdAt)
                        .orElse(null),
                clock.instant(),
                run.tick());
    }

    void addFailed(ExpiryRun run, Candidate refused) {
        unit.write(
                "update expiry_run set failed = failed + 1, reached = greatest(reached, ?) where tick = ?",
                refused.createdAt(),
                run.tick());
    }

    /** @param complete whether it has come to the end of its window: what it did not meet has settled by itself */
    void end(ExpiryRun run, boolean complete) {
        unit.write(END, clock.instant(), complete, complete, run.tick());
    }

    /**
     * From the watermark on, so that what was missed is caught up with; and from the oldest that is open, since one may have
     * come late or back to life.
     */
    private ExpiryRun plan(Instant tick) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var plan = Plan.of(settings, now);
        var from = Stream.of(Optional.of(plan.from()), watermark(), open.oldest())
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow();
        var deadline = now.plus(plan.maxDuration());
        var found = open.count(from, plan.until());
        unit.write(BEGIN, tick, now, from, plan.until(), deadline, plan.spread().toMillis(), found, from, now);
        return new ExpiryRun(tick, now, from, plan.until(), deadline, plan.spread(), found);
    }

    private Optional<Instant> watermark() {
        return unit
                .read(
                        "select watermark from expiry_run order by started_at desc limit 1",
                        (row, n) -> instant(row, "watermark"))
                .stream()
                .findFirst();
    }

    private Optional<ExpiryRun> find(Instant tick) {
        return unit.read("select * from expiry_run where tick = ?", (row, n) -> run(row), tick).stream()
                .findFirst();
    }

    private static ExpiryRun run(ResultSet row) throws SQLException {
        return new ExpiryRun(
                instant(row, "tick"),
                instant(row, "started_at"),
                instant(row, "created_from"),
                instant(row, "created_until"),
                instant(row, "deadline"),
                Duration.ofMillis(row.getLong("spread_millis")),
                row.getLong("found"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
