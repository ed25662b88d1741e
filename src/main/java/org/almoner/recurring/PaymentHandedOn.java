package org.almoner.recurring;

import org.almoner.queue.Forwarded;
import org.jspecify.annotations.Nullable;

/** What a payment of a recurring gift becomes: a donation, and a visit where there was none. */
public record PaymentHandedOn(Forwarded donation, @Nullable UnseenVisit visit) {

    PaymentHandedOn withVisit(long contributionTrackingId) {
        return new PaymentHandedOn(donation.with("contribution_tracking_id", contributionTrackingId), visit);
    }

    PaymentHandedOn withNewVisit(UnseenVisit unseen) {
        return new PaymentHandedOn(donation.with("contribution_tracking_id", unseen.id()), unseen);
    }
}
