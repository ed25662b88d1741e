package org.almoner.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What somebody should look at, as rows: they are there if, and only if, what caused them was committed. */
@Repository
public class Alerts {

    private static final Duration KEPT = Duration.ofDays(30);

    private final UnitOfWork unit;
    private final Clock clock;

    Alerts(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public void raise(Alert alert) {
        unit.write(
                "insert into alert (kind, about, raised_at) values (?, ?, ?)",
                alert.kind(),
                alert.about(),
                clock.instant());
    }

    /** One for each queue and reason: of ten thousand messages that fail alike, nobody wants to hear one by one. */
    public void raiseForRejectedMessages() {
        unit.write(
                """
                with rejected as (
                    update dead_letter set told_at = now.at
                    from (select ?::timestamptz as at) as now
                    where id in (
                        select id from dead_letter where state = 'kept' and retry_at is null and told_at is null
                        order by id limit 10000 for update skip locked)
                    returning id, queue, error, told_at)
                insert into alert (kind, about, raised_at)
                select 'rejected message', format('queue=%s reason="%s" messages=%s dead_letters=%s', queue, error, count(*),
                    array_to_string((array_agg(id order by id))[1:10], ',')), told_at
                from rejected group by queue, error, told_at
                """,
                clock.instant());
    }

    /** Those that have not been told yet, oldest first; they count as told from now on. */
    public List<Alert> tell() {
        return unit.read(
                """
                with told as (
                    update alert set told_at = ?
                    where id in (select id from alert where told_at is null order by id limit 1000 for update skip locked)
                    returning id, kind, about)
                select kind, about from told order by id
                """,
                (row, n) -> new Alert(row.getString("kind"), row.getString("about")),
                clock.instant());
    }

    /** Those that have not been mailed yet, by kind, unless there was a mail of the kind lately; they count as mailed. */
    public List<Alert> mail(Duration every) {
        var now = clock.instant();
        return unit.read(
                """
                with mailed as (
                    update alert set mailed_at = ?
                    where told_at is not null and mailed_at is null
                        and kind not in (select kind from alert where mailed_at > ?)
                    returning id, kind, about)
                select kind, about from mailed order by kind, id
                """,
                (row, n) -> new Alert(row.getString("kind"), row.getString("about")),
                now,
                now.minus(every));
    }

    public void deleteOld() {
        unit.write("delete from alert where raised_at < ?", clock.instant().minus(KEPT));
    }
}
