package org.almoner.refund;

import org.almoner.donation.Contribution;
import org.almoner.donation.Contributions;
import org.almoner.queue.DuplicateMessage;
import org.almoner.queue.NotYet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cancels a donation that was not paid after all, and says what becomes of the recurring gift that it belonged to. */
@Component
class FailedDonationHandler {

    private final Contributions contributions;
    private final Refunds refunds;
    private final RefundSettings settings;

    FailedDonationHandler(Contributions contributions, Refunds refunds, RefundSettings settings) {
        this.contributions = contributions;
        this.refunds = refunds;
        this.settings = settings;
    }

    public @Nullable RecurringNews handle(FailedDonation failed) {
        var donation = contributions
                .byPayment(failed.gateway(), failed.gatewayTxnId())
                .orElseThrow(() -> new NotYet("the donation that failed is not here"));
        if (RefundType.isGone(donation.status())) {
            throw new DuplicateMessage("contribution %d is %s already".formatted(donation.id(), donation.status()));
        }
        refunds.cancel(donation, failed);
        return donation.contributionRecurId() == null ? null : news(donation, failed);
    }

    private RecurringNews news(Contribution donation, FailedDonation failed) {
        return failed.mayBeRetried()
                ? RecurringNews.failed(
                        failed.gateway(), donation, failed.date(), failed.date().plus(settings.retryAfter()))
                : RecurringNews.cancelled(failed.gateway(), donation, failed.reasonInWords());
    }
}
