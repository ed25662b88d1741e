package org.almoner.gateway.adyen;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.pending.PendingPayments;
import org.springframework.stereotype.Component;

/** Goes on when Adyen has captured a payment: it is known to be, and a rescued one of a recurring gift has been paid. */
@Component(AdyenCaptured.PURPOSE)
class AdyenCaptured implements Continuation {

    static final String PURPOSE = "adyen-capture";

    private final PendingPayments pending;
    private final GatewayJson json;

    AdyenCaptured(PendingPayments pending, GatewayJson json) {
        this.pending = pending;
        this.json = json;
    }

    /** What was not captured somebody has to look at. */
    @Override
    public Onward goOn(AnsweredCall answered) {
        answered.doneOr("Adyen did not capture it");
        var payment = answered.payment();
        if (answered.context().hasNonNull("rescue_reference")) {
            return rescued(answered);
        }
        pending.captured("adyen", String.valueOf(payment.orderId()), String.valueOf(payment.gatewayTxnId()));
        return Onward.nothing();
    }

    private Onward rescued(AnsweredCall answered) {
        var message = json.object()
                .put("txn_type", "subscr_payment")
                .put("is_successful_autorescue", true)
                .put("order_id", answered.payment().orderId())
                .put("gateway_txn_id", answered.payment().gatewayTxnId())
                .put("gateway", "adyen");
        message.setAll(answered.context());
        return Onward.of(Kind.RECURRING, message);
    }
}
