package org.almoner.refund;

import org.almoner.pending.PendingPayments;
import org.almoner.queue.NotYet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the donation that money went back of, takes it back, and ends the recurring gift of a chargeback. */
@Component
class RefundHandler {

    private final Originals originals;
    private final Reversals reversals;
    private final ChargedBackGifts gifts;
    private final PendingPayments pending;

    RefundHandler(Originals originals, Reversals reversals, ChargedBackGifts gifts, PendingPayments pending) {
        this.originals = originals;
        this.reversals = reversals;
        this.gifts = gifts;
        this.pending = pending;
    }

    public @Nullable RecurringNews handle(Refund refund) {
        var original = originals.of(refund.payment());
        if (original.isEmpty()) {
            resolve(refund.payment());
            return null;
        }
        reversals.takeBack(original.get(), refund);
        return gifts.end(original.get(), refund);
    }

    private void resolve(OriginalPayment payment) {
        if (!payment.mayNeverHaveBeenADonation()) {
            throw new NotYet("the donation that money went back of is not here");
        }
        if (payment.orderId() != null) {
            pending.resolve(payment.gateway(), payment.orderId());
        }
    }
}
