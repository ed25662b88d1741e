package org.almoner.refund;

import java.util.Set;
import org.almoner.donation.Contribution;
import org.almoner.pending.PendingPayments;
import org.almoner.queue.NotYet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the donation that money went back of, takes it back, says why, and ends the recurring gift of a chargeback. */
@Component
class RefundHandler {

    /** The bank may well pay the next time. */
    private static final Set<String> NOT_THE_DONORS_WILL =
            Set.of("AM04:InsufficientFunds", "MS03: No reason specified");

    private static final String CANCEL_REASON = "Automatically cancelling because we received a chargeback";

    private final Originals originals;
    private final Reversals reversals;
    private final Refunds refunds;
    private final PendingPayments pending;

    RefundHandler(Originals originals, Reversals reversals, Refunds refunds, PendingPayments pending) {
        this.originals = originals;
        this.reversals = reversals;
        this.refunds = refunds;
        this.pending = pending;
    }

    public @Nullable RecurringNews handle(Refund refund) {
        var original = originals.of(refund.payment());
        if (original.isEmpty()) {
            resolve(refund.payment());
            return null;
        }
        reversals.takeBack(original.get(), refund);
        refunds.explain(original.get(), refund);
        return endsRecurringGift(original.get(), refund)
                ? RecurringNews.cancelled(refund.payment().gateway(), original.get(), CANCEL_REASON)
                : null;
    }

    private void resolve(OriginalPayment payment) {
        if (!payment.mayNeverHaveBeenADonation()) {
            throw new NotYet("the donation that money went back of is not here");
        }
        if (payment.orderId() != null) {
            pending.resolve(payment.gateway(), payment.orderId());
        }
    }

    private static boolean endsRecurringGift(Contribution original, Refund refund) {
        return refund.what().status().equals("Chargeback")
                && original.contributionRecurId() != null
                && (refund.reason() == null || !NOT_THE_DONORS_WILL.contains(refund.reason()));
    }
}
