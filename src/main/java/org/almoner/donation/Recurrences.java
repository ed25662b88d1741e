package org.almoner.donation;

import java.util.Objects;
import java.util.Optional;
import org.almoner.contact.Activities;
import org.almoner.contact.Activity;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.NotYet;
import org.almoner.recurring.NewSubscription;
import org.almoner.recurring.Schedule;
import org.almoner.recurring.Subscription;
import org.almoner.recurring.SubscriptionPayments;
import org.almoner.recurring.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the recurring gift that a donation belongs to, or begins it; and lets it know that it was paid. */
@Component
class Recurrences {

    /** PayPal's own name for a recurring gift; what has another belongs to a signup that is still to come. */
    private static final String PAYPAL_PROFILE = "I-";

    private final Subscriptions subscriptions;
    private final SubscriptionPayments payments;
    private final Activities activities;

    Recurrences(Subscriptions subscriptions, SubscriptionPayments payments, Activities activities) {
        this.subscriptions = subscriptions;
        this.payments = payments;
        this.activities = activities;
    }

    Recurrence find(Donation told) {
        RecurringGift gift = told.recurringGift();
        if (!gift.isMeant()) {
            return Recurrence.NONE;
        }
        gift.terms();
        if (gift.contributionRecurId() == null
                && gift.subscrId() == null
                && !told.mandate().hasToken()) {
            throw new InvalidMessage("contribution_recur_id, subscr_id and recurring_payment_token are all missing");
        }
        return subscription(told)
                .map(known -> new Recurrence(true, known, subscriptions.hasEarlierContribution(known.id())))
                .orElseGet(() -> beginning(told));
    }

    private Optional<Subscription> subscription(Donation told) {
        RecurringGift gift = told.recurringGift();
        if (gift.contributionRecurId() != null) {
            return Optional.of(byId(gift.contributionRecurId()));
        }
        String subscrId = told.subscrId();
        return subscrId == null || told.payment().gateway() == null
                ? Optional.empty()
                : subscriptions.bySubscrId(told.payment().gateway(), subscrId);
    }

    private Subscription byId(long id) {
        return subscriptions
                .byId(id)
                .orElseThrow(() -> new InvalidMessage("contribution_recur_id %d is unknown".formatted(id)));
    }

    private static Recurrence beginning(Donation told) {
        String subscrId = told.recurringGift().subscrId();
        if (told.payment().isPaypal() && (subscrId == null || !subscrId.startsWith(PAYPAL_PROFILE))) {
            throw new NotYet("the signup of recurring gift %s is not there yet".formatted(subscrId));
        }
        return Recurrence.BEGINS;
    }

    /** @return the id of the recurring gift that the donation belongs to, if any */
    @Nullable
    Long keep(Gift gift, long contactId) {
        if (!gift.recurrence().isMeant()) {
            return null;
        }
        Subscription known = gift.recurrence().known();
        if (known == null) {
            return subscriptions.start(begun(gift, contactId));
        }
        notePayment(known, gift);
        return known.id();
    }

    private void notePayment(Subscription known, Gift gift) {
        if (SubscriptionPayments.proveThatTheGiftGoesOn(gift.gateway())) {
            payments.paid(known, gift.receivedAt());
        }
        if (gift.told().recurringGift().wasRescued()) {
            payments.rescued(known.id(), gift.receivedAt());
            activities.add(new Activity(
                    known.contactId(),
                    "Recurring Processor Retry - Success",
                    "Rescued payment " + gift.told().recurringGift().rescueReference(),
                    null,
                    gift.receivedAt(),
                    null,
                    known.id()));
        }
    }

    private static NewSubscription begun(Gift gift, long contactId) {
        Donation told = gift.told();
        var unit = told.recurringGift().terms().unit();
        return new NewSubscription(
                contactId,
                gift.gateway(),
                subscrId(gift),
                gift.original(),
                unit,
                gift.receivedAt(),
                gift.receivedAt(),
                Schedule.from(unit, gift.receivedAt()).nextAfter(gift.receivedAt()),
                subscrId(gift),
                null,
                gift.instrument(),
                told.countryOfForm() == null ? told.donor().address().country() : told.countryOfForm(),
                told.mandate());
    }

    /** What has no other name is called by its first payment. */
    private static String subscrId(Gift gift) {
        return Objects.requireNonNullElse(gift.told().subscrId(), gift.gatewayTxnId());
    }
}
