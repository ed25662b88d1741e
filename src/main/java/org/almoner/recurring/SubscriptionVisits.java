package org.almoner.recurring;

import java.time.Instant;
import org.almoner.queue.Sequences;
import org.almoner.recurring.Instalments.Origin;
import org.springframework.stereotype.Component;

/** The visits to donation forms that recurring gifts came of. Payments do not repeat them; reports count by them. */
@Component
class SubscriptionVisits {

    private final Instalments instalments;
    private final Sequences sequences;

    SubscriptionVisits(Instalments instalments, Sequences sequences) {
        this.instalments = instalments;
        this.sequences = sequences;
    }

    /** The donation of a payment before any other gets a visit like every donation; later ones get that of the first. */
    PaymentHandedOn add(PaymentHandedOn payment, long contributionRecurId, Instant at) {
        return instalments
                .origin(contributionRecurId)
                .map(origin -> add(payment, origin, at))
                .orElse(payment);
    }

    private PaymentHandedOn add(PaymentHandedOn payment, Origin origin, Instant at) {
        if (origin.contributionTrackingId() != null) {
            return payment.withVisit(origin.contributionTrackingId());
        }
        long id = sequences.next("contribution-tracking");
        return payment.withNewVisit(new UnseenVisit(id, origin.contributionId(), "civicrm", at));
    }
}
