package org.almoner.recurring;

import java.time.Instant;
import java.util.Set;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What a payment does to the recurring gift that it belongs to. */
@Repository
public class SubscriptionPayments {

    private static final Set<String> THAT_CHARGE_BY_THEMSELVES = Set.of("paypal", "paypal_ec");

    private static final String UNLESS_CANCELLED_LATER = "where id = ? and (cancelled_at is null or cancelled_at < ?)";

    private final UnitOfWork unit;

    SubscriptionPayments(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Where the gateway keeps the schedule, a payment proves that the gift goes on, whatever we thought. */
    public static boolean proveThatTheGiftGoesOn(String gateway) {
        return THAT_CHARGE_BY_THEMSELVES.contains(gateway);
    }

    /** A payment arrived where the gateway keeps the schedule: what we took for ended goes on, unless it ended later. */
    public void reactivate(long id, Instant paidAt) {
        unit.write(
                """
                update contribution_recur set
                    status = case when status in ('Completed', 'Cancelled', 'Failing', 'Failed')
                        then 'In Progress' else status end,
                    cancelled_at = null, cancel_reason = null, ended_at = null,
                    last_paid_at = greatest(last_paid_at, ?)
                """
                        + UNLESS_CANCELLED_LATER,
                paidAt,
                id,
                paidAt);
    }

    /** The contribution is there, where the gateway keeps the schedule. Does what {@link #reactivate} does, too. */
    public void paid(Subscription gift, Instant paidAt) {
        unit.write(
                """
                update contribution_recur set
                    status = 'In Progress', cancelled_at = null, cancel_reason = null, ended_at = null,
                    last_paid_at = greatest(last_paid_at, ?), next_scheduled_at = greatest(next_scheduled_at, ?)
                """
                        + UNLESS_CANCELLED_LATER,
                paidAt,
                gift.schedule().nextAfter(paidAt),
                gift.id(),
                paidAt);
    }

    /** The gateway saved a payment that had failed. */
    public void rescued(long id, Instant paidAt) {
        unit.write("update contribution_recur set status = 'In Progress' " + UNLESS_CANCELLED_LATER, id, paidAt);
    }
}
