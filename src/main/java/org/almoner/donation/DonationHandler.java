package org.almoner.donation;

import java.util.List;
import java.util.stream.Stream;
import org.almoner.pending.PendingPayments;
import org.springframework.stereotype.Component;

/** Keeps a donation, completed by what its pending payment knew, and resolves that. */
@Component
class DonationHandler {

    private final Completions completions;
    private final GiftChecks checks;
    private final Gifts gifts;
    private final PendingPayments pending;

    DonationHandler(Completions completions, GiftChecks checks, Gifts gifts, PendingPayments pending) {
        this.completions = completions;
        this.checks = checks;
        this.gifts = gifts;
        this.pending = pending;
    }

    /** @return what is to be told of the visits that led to it */
    public List<ContributionLinked> handle(Donation told) {
        Donation donation = completions.complete(told);
        List<Gift> parts = Parts.of(donation).stream().map(checks::check).toList();
        List<ContributionLinked> links =
                parts.stream().map(gifts::keep).flatMap(Stream::ofNullable).toList();
        resolve(donation.payment());
        return links;
    }

    private void resolve(Payment payment) {
        if (payment.gateway() != null && payment.orderId() != null) {
            pending.resolve(payment.gateway(), payment.orderId());
        }
    }
}
