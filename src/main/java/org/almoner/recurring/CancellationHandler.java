package org.almoner.recurring;

import java.time.Clock;
import java.util.Map;
import org.almoner.contact.Activities;
import org.almoner.contact.Activity;
import org.almoner.contact.MailRequest;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a recurring gift, and tells the donor when it was not the donor who wanted it so. */
@Component
class CancellationHandler {

    private final Subscriptions subscriptions;
    private final SubscriptionEnds ends;
    private final Activities activities;
    private final UnitOfWork unit;
    private final Clock clock;

    CancellationHandler(
            Subscriptions subscriptions, SubscriptionEnds ends, Activities activities, UnitOfWork unit, Clock clock) {
        this.subscriptions = subscriptions;
        this.ends = ends;
        this.activities = activities;
        this.unit = unit;
        this.clock = clock;
    }

    public @Nullable MailRequest handle(Cancellation message) {
        var gift = subscriptions.named(message.gift());
        var at = message.at(clock);
        if (gift.status().isOver()) {
            ends.endAgain(gift.id(), at);
            return null;
        }
        if (gift.wasPaidAfter(at)) {
            unit.count("recurring_cancellation_overtaken");
            return null;
        }
        ends.end(gift.id(), message.status(), at, message.cancelReason());
        activities.add(new Activity(
                gift.contactId(), "Cancel Recurring Contribution", message.cancelReason(), null, at, null, gift.id()));
        return message.gift().isRescue() ? failure(gift) : null;
    }

    private @Nullable MailRequest failure(Subscription gift) {
        ends.endRescue(gift.id());
        return ends.leaveAnother(gift)
                ? null
                : new MailRequest("recurring_failure", gift.contactId(), Map.of("contribution_recur_id", gift.id()));
    }
}
