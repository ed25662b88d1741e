package org.almoner.refund;

import java.util.Set;
import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.donation.Contribution;
import org.almoner.recurring.SubscriptionPayments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends the recurring gifts of donors who had their bank take a payment back: to charge them again would be an offence. */
@Component
class ChargedBackGifts {

    /** The bank may well pay the next time. */
    private static final Set<String> NOT_THE_DONORS_WILL =
            Set.of("AM04:InsufficientFunds", "MS03: No reason specified");

    private static final String CANCEL_REASON = "Automatically cancelling because we received a chargeback";

    private final Alerts alerts;

    ChargedBackGifts(Alerts alerts) {
        this.alerts = alerts;
    }

    @Nullable
    RecurringNews end(Contribution original, Refund refund) {
        if (original.contributionRecurId() == null || !isTheDonorsWill(refund)) {
            return null;
        }
        String gateway = refund.payment().gateway();
        if (SubscriptionPayments.proveThatTheGiftGoesOn(gateway)) {
            alerts.raise(new Alert(
                    "recurring gift to be cancelled at its gateway",
                    "gateway=%s contribution_recur=%d".formatted(gateway, original.contributionRecurId())));
        }
        return RecurringNews.cancelled(gateway, original, CANCEL_REASON);
    }

    private static boolean isTheDonorsWill(Refund refund) {
        return refund.what().status().equals("Chargeback")
                && (refund.reason() == null || !NOT_THE_DONORS_WILL.contains(refund.reason()));
    }
}
