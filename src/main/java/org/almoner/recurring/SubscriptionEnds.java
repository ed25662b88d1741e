package org.almoner.recurring;

import java.time.Instant;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What ends recurring gifts, or may end them soon. */
@Repository
class SubscriptionEnds {

    private final UnitOfWork unit;

    SubscriptionEnds(UnitOfWork unit) {
        this.unit = unit;
    }

    void end(long id, Status status, Instant at, String reason) {
        unit.write(
                """
                update contribution_recur set status = ?, cancelled_at = ?, ended_at = ?, cancel_reason = ? where id = ?
                """,
                status.words(),
                at,
                at,
                reason,
                id);
    }

    /** Ended once more, so that a payment from between the two does not make it go on. */
    void endAgain(long id, Instant at) {
        unit.write(
                """
                update contribution_recur set
                    cancelled_at = greatest(cancelled_at, ?), ended_at = greatest(ended_at, ?)
                where id = ?
                """,
                at,
                at,
                id);
    }

    void endRescue(long id) {
        unit.write("update contribution_recur set rescue_reference = null where id = ?", id);
    }

    /** One that has been paid since goes on: only the failure is counted. */
    void fail(long id, FailedPayment failure, Instant at) {
        unit.write(
                """
                update contribution_recur set
                    failure_count = coalesce(?::int, failure_count) + 1,
                    failure_retry_at = coalesce(?::timestamptz, failure_retry_at),
                    status = case when status in ('In Progress', 'Pending', 'Processing')
                        and (last_paid_at is null or last_paid_at < ?) then 'Failing' else status end
                where id = ?
                """,
                failure.failureCount(),
                failure.failureRetryDate(),
                at,
                id);
    }

    /** Whether the donor still gives by another gift that we charge. */
    boolean leaveAnother(Subscription ended) {
        return !unit.read(
                        """
                        select 1 from contribution_recur
                        where contact_id = ? and id <> ? and payment_token_id is not null
                            and status in ('Pending', 'Overdue', 'In Progress', 'Failing')
                        limit 1
                        """,
                        (row, n) -> 1,
                        ended.contactId(),
                        ended.id())
                .isEmpty();
    }
}
