package org.almoner.gateway.dlocal;

import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PendingDonations;
import org.springframework.stereotype.Component;

/** Makes a donation of what was paid and what the front end knew of the donor. */
@Component
class RecordDLocalPayment {

    private final PendingDonations begun;
    private final GatewayJson json;

    RecordDLocalPayment(PendingDonations begun, GatewayJson json) {
        this.begun = begun;
        this.json = json;
    }

    Onward run(GatewayJob job) {
        var payment = json.read(job.payload(), DLocalPayment.class);
        var donation = PendingDonations.completed(
                begun.find("dlocal", payment.orderId(), payment.gatewayTxnId()).orElseGet(json::object), job.payload());
        donation.put("gateway", "dlocal").remove("dlocal_payment_method");
        begun.resolve("dlocal", payment.orderId());
        return Onward.of(payment.isOfAWallet() ? Kind.WALLET : Kind.DONATION, donation);
    }
}
