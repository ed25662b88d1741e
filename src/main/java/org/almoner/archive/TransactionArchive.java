package org.almoner.archive;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** Moves payments that have ended to history: copied, compared and deleted in one unit of work, so that each is in one place. */
@Repository
public class TransactionArchive {

    private final UnitOfWork unit;

    TransactionArchive(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * Those that come next, oldest first; never one that may still come to something else. They are locked until the unit of
     * work ends, and those that somebody else has locked are passed over.
     */
    public List<EndedTransaction> ended(Instant before, EndedTransaction after, int most) {
        return unit.read(
                """
                select last_event_at, transaction_id from transaction_view
                where (status in ('EXPIRED_NOT_AUTHORIZED', 'CANCELED', 'UNAUTHORIZED', 'NOTIFIED_OK', 'REFUNDED',
                        'CANCELLATION_EXPIRED')
                    or (status = 'EXPIRED' and decide_by is null))
                    and last_event_at < ? and (last_event_at, transaction_id) > (?, ?)
                order by last_event_at, transaction_id limit ? for update skip locked
                """,
                (row, n) -> new EndedTransaction(
                        row.getObject("last_event_at", OffsetDateTime.class).toInstant(),
                        row.getString("transaction_id")),
                before,
                after.lastEventAt(),
                after.id(),
                most);
    }

    /**
     * Copies all, then deletes those of which every row is in history exactly as it is here. Another stays, with whatever
     * history has of it: somebody has to see which of the two is right.
     *
     * @return those that are gone from here
     */
    public Set<String> move(Collection<String> ids) {
        String[] all = ids.toArray(String[]::new);
        unit.write(
                """
                insert into transaction_event_history
                select * from transaction_event where transaction_id = any (?) on conflict do nothing
                """,
                (Object) all);
        unit.write(
                """
                insert into transaction_view_history
                select * from transaction_view where transaction_id = any (?) on conflict do nothing
                """,
                (Object) all);
        return Set.copyOf(unit.read(
                """
                with whole as (
                    select transaction_id from unnest(?::text[]) as moved (transaction_id)
                    where not exists (
                        select from transaction_event as event
                        left join transaction_event_history as copy using (id)
                        where event.transaction_id = moved.transaction_id and to_jsonb(copy) is distinct from to_jsonb(event))
                    and not exists (
                        select from transaction_view as view
                        left join transaction_view_history as copy using (transaction_id)
                        where view.transaction_id = moved.transaction_id and to_jsonb(copy) is distinct from to_jsonb(view))),
                events as (
                    delete from transaction_event where transaction_id in (select transaction_id from whole))
                delete from transaction_view where transaction_id in (select transaction_id from whole)
                returning transaction_id
                """,
                (row, n) -> row.getString("transaction_id"),
                (Object) all));
    }
}
