package org.almoner.recurring;

import java.time.Clock;
import org.almoner.queue.Forwarded;
import org.almoner.queue.ReceivedMessage;
import org.springframework.stereotype.Component;

/** Finds out whose payment it is, and hands it on with what a donation needs to know of that. */
@Component
class RecurringPaymentHandler {

    private final Subscriptions subscriptions;
    private final FirstPayments firstPayments;
    private final SubscriptionPayments payments;
    private final ContactDetails details;
    private final SubscriptionVisits visits;
    private final ReceivedMessage received;
    private final Clock clock;

    RecurringPaymentHandler(
            Subscriptions subscriptions,
            FirstPayments firstPayments,
            SubscriptionPayments payments,
            ContactDetails details,
            SubscriptionVisits visits,
            ReceivedMessage received,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.firstPayments = firstPayments;
        this.payments = payments;
        this.details = details;
        this.visits = visits;
        this.received = received;
        this.clock = clock;
    }

    public PaymentHandedOn handle(RecurringPayment payment) {
        var paidAt = payment.agreement().at(clock);
        var gift = gift(payment);
        if (SubscriptionPayments.proveThatTheGiftGoesOn(payment.gift().gateway())) {
            payments.reactivate(gift.id(), paidAt);
        }
        var handedOn = new PaymentHandedOn(donation(payment, gift), null);
        return payment.lacksVisit() ? visits.add(handedOn, gift.id(), paidAt) : handedOn;
    }

    private Subscription gift(RecurringPayment payment) {
        return payment.mayBeASignup()
                ? subscriptions.find(payment.gift()).orElseGet(() -> firstPayments.begin(payment.agreement()))
                : subscriptions.named(payment.gift());
    }

    private Forwarded donation(RecurringPayment payment, Subscription gift) {
        var donation = received.forwarded()
                .with("recurring", 1)
                .with("contact_id", gift.contactId())
                .with("contribution_recur_id", gift.id());
        return details.leaveOut(
                donation, gift.contactId(), payment.agreement().donor().address());
    }
}
