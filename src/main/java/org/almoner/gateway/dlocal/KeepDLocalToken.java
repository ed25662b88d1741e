package org.almoner.gateway.dlocal;

import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PendingDonations;
import org.springframework.stereotype.Component;

/** Keeps the token of an authorised payment with what is pending of it: only now is it told. */
@Component
class KeepDLocalToken {

    private static final String TOKEN = "recurring_payment_token";

    private final PendingDonations begun;
    private final GatewayJson json;

    KeepDLocalToken(PendingDonations begun, GatewayJson json) {
        this.begun = begun;
        this.json = json;
    }

    Onward run(GatewayJob job) {
        var payment = json.read(job.payload(), DLocalPayment.class);
        if (payment.recurringPaymentToken() != null) {
            begun.find("dlocal", payment.orderId(), payment.gatewayTxnId())
                    .filter(known -> PendingDonations.isBlank(known.path(TOKEN)))
                    .ifPresent(known -> begun.amend(
                            "dlocal",
                            payment.orderId(),
                            payment.gatewayTxnId(),
                            known.put(TOKEN, payment.recurringPaymentToken())));
        }
        return Onward.nothing();
    }
}
