package org.almoner.pending;

import org.springframework.stereotype.Component;

/** Keeps a pending payment until a donation or a failure resolves it. */
@Component
class PendingPaymentHandler {

    private final PendingPayments pending;

    PendingPaymentHandler(PendingPayments pending) {
        this.pending = pending;
    }

    public void handle(PendingPayment payment) {
        pending.addUnlessFailed(payment);
    }
}
