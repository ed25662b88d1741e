package org.almoner.batch.orphan;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.almoner.orphan.Inquiries.Inquiry;
import org.almoner.orphan.Inquiries.Kind;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The record of each run. */
@Repository
class OrphanRuns {

    private final UnitOfWork unit;
    private final Clock clock;

    OrphanRuns(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** Whoever goes on with a run goes on with its record. */
    void begin(long run) {
        unit.write(
                """
                insert into orphan_run (run, started_at, progress_at)
                select ?, now.at, now.at from (select ?::timestamptz as at) as now
                on conflict do nothing
                """,
                run,
                clock.instant());
    }

    /** @param oldest date of the first of these payments */
    void add(long run, Instant oldest, List<Inquiry> made) {
        unit.write(
                """
                update orphan_run set found = found + ?, asked = asked + ?, unresolvable = unresolvable + ?,
                    passed_over = passed_over + ?, oldest = coalesce(oldest, ?), progress_at = ?
                where run = ?
                """,
                made.size(),
                count(made, Kind.ASKED),
                count(made, Kind.UNRESOLVABLE),
                count(made, Kind.PASSED_OVER),
                oldest,
                clock.instant(),
                run);
    }

    void end(long run) {
        unit.write("update orphan_run set ended_at = ? where run = ?", clock.instant(), run);
    }

    private static long count(List<Inquiry> made, Kind kind) {
        return made.stream().filter(inquiry -> inquiry.kind() == kind).count();
    }
}
