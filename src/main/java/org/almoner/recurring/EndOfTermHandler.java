package org.almoner.recurring;

import org.almoner.queue.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Changes nothing: a recurring gift that its gateway ended should have been cancelled, and somebody has to look at it. */
@Component
class EndOfTermHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EndOfTermHandler.class);

    private final Subscriptions subscriptions;
    private final UnitOfWork unit;

    EndOfTermHandler(Subscriptions subscriptions, UnitOfWork unit) {
        this.subscriptions = subscriptions;
        this.unit = unit;
    }

    public void handle(EndOfTerm message) {
        subscriptions
                .find(message.gift())
                .filter(gift -> !gift.status().hasEnded())
                .ifPresent(gift -> {
                    LOG.error(
                            "contribution_recur_id={} has run its term at the gateway and is still active", gift.id());
                    unit.count("recurring_end_of_term_while_active");
                });
    }
}
