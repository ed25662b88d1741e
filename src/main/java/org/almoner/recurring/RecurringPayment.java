package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Required;

/** A payment of a recurring gift arrived: it becomes a donation as soon as it is known whose it is. */
record RecurringPayment(@JsonUnwrapped Agreement agreement) implements RecurringMessage {

    RecurringPayment {
        var gift = agreement.gift();
        Required.text("gateway_txn_id", gift.gatewayTxnId());
        if (gift.subscrId() == null && gift.contributionRecurId() == null && !gift.isRescue()) {
            throw new InvalidMessage("subscr_id is missing");
        }
    }

    GiftReference gift() {
        return agreement.gift();
    }

    /** PayPal may tell of the first payment before it tells of the signup; who the donor is, it says in both. */
    boolean mayBeASignup() {
        return gift().isPayPalProfile() && agreement.donor().reach().email() != null;
    }

    /** Amazon's and rescued payments never had one. */
    boolean lacksVisit() {
        return agreement.contributionTrackingId() == null && !gift().gateway().equals("amazon") && !gift().isRescue();
    }

    @Override
    public String key() {
        return String.join("\u001f", "payment", agreement.gateway(), String.valueOf(gift().gatewayTxnId()));
    }
}
