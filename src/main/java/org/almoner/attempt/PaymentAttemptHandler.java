package org.almoner.attempt;

import org.springframework.stereotype.Component;

/** Keeps the latest that is known of an attempt to pay, and how it ended. */
@Component
class PaymentAttemptHandler {

    private final PaymentAttempts attempts;

    PaymentAttemptHandler(PaymentAttempts attempts) {
        this.attempts = attempts;
    }

    public void handle(PaymentAttempt attempt) {
        if (attempt.isOutcome()) {
            attempts.end(attempt);
        } else {
            attempts.keep(attempt);
        }
    }
}
