package org.almoner.pending;

import org.springframework.stereotype.Component;

/** Remembers what became of a payment, and resolves what was pending of it when it failed for good. */
@Component
class PaymentOutcomeHandler {

    private final PaymentOutcomes outcomes;
    private final PendingPayments pending;

    PaymentOutcomeHandler(PaymentOutcomes outcomes, PendingPayments pending) {
        this.outcomes = outcomes;
        this.pending = pending;
    }

    public void handle(PaymentOutcome outcome) {
        outcomes.keep(outcome);
        if (outcome.resolvesPendingPayment()) {
            pending.resolve(outcome.gateway(), outcome.orderId());
        }
    }
}
