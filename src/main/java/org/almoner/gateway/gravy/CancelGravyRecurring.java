package org.almoner.gateway.gravy;

import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PendingDonations;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Ends the recurring gift whose donor has taken its token away; on a hint alone, for no money moves by it. */
@Component
class CancelGravyRecurring {

    Onward run(GatewayJob job) {
        var cancellation = job.payload().deepCopy();
        if (PendingDonations.isBlank(cancellation.path("recurring_payment_token"))) {
            throw new InvalidMessage("recurring_payment_token is missing");
        }
        if (PendingDonations.isBlank(cancellation.path("cancel_date"))) {
            cancellation.set("cancel_date", cancellation.path("date"));
        }
        return Onward.of(
                Kind.RECURRING,
                cancellation
                        .put("gateway", "gravy")
                        .put("txn_type", "subscr_cancel")
                        .put("recurring", "1"));
    }
}
