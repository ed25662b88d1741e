package org.almoner.recurring;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Counts the failures of a recurring gift and says when it is tried again. */
@Component
class FailedPaymentHandler {

    private final Subscriptions subscriptions;
    private final SubscriptionEnds ends;
    private final Clock clock;

    FailedPaymentHandler(Subscriptions subscriptions, SubscriptionEnds ends, Clock clock) {
        this.subscriptions = subscriptions;
        this.ends = ends;
        this.clock = clock;
    }

    public void handle(FailedPayment message) {
        var gift = subscriptions.named(message.gift());
        if (!gift.status().isOver()) {
            ends.fail(gift.id(), message, message.at(clock));
        }
    }
}
