package org.almoner.recurring;

import java.time.Clock;
import java.util.Optional;
import org.almoner.queue.Forwarded;
import org.almoner.queue.ReceivedMessage;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a wallet's payment on as a donation to the recurring gift that it begins or belongs to. */
@Component
class UpiDonationHandler {

    private final Subscriptions subscriptions;
    private final SubscriptionEnds ends;
    private final FirstPayments firstPayments;
    private final Gateways gateways;
    private final ReceivedMessage received;
    private final UnitOfWork unit;
    private final Clock clock;

    UpiDonationHandler(
            Subscriptions subscriptions,
            SubscriptionEnds ends,
            FirstPayments firstPayments,
            Gateways gateways,
            ReceivedMessage received,
            UnitOfWork unit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.ends = ends;
        this.firstPayments = firstPayments;
        this.gateways = gateways;
        this.received = received;
        this.unit = unit;
        this.clock = clock;
    }

    public @Nullable Forwarded handle(UpiDonation donation) {
        var known = find(donation.agreement());
        if (donation.isRejected()) {
            known.ifPresentOrElse(gift -> cancel(gift, donation), () -> unit.count("upi_rejection_of_nothing"));
            return null;
        }
        var gift = known.orElseGet(() -> firstPayments.begin(donation.agreement()));
        if (gift.status() == Status.CANCELLED && donation.isPaid()) {
            gateways.refund(donation, gift);
        }
        return received.forwarded().with("contact_id", gift.contactId()).with("contribution_recur_id", gift.id());
    }

    /** One token may pay several gifts of different amounts. */
    private Optional<Subscription> find(Agreement agreement) {
        String token = agreement.mandate().recurringPaymentToken();
        return token == null
                ? subscriptions.find(agreement.gift())
                : subscriptions.byToken(
                        agreement.gateway(), token, agreement.pledge().money());
    }

    private void cancel(Subscription gift, UpiDonation rejection) {
        if (!gift.status().isOver()) {
            var at = rejection.agreement().at(clock);
            ends.end(gift.id(), Status.CANCELLED, at, "Subscription cancelled at gateway");
        }
    }
}
