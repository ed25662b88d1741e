package org.almoner.gateway.gravy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentStatus;
import org.springframework.stereotype.Component;

/** Has Gravy asked what became of a payment, and reads what it says. */
@Component
class GravyStatuses {

    private final GatewayCalls calls;
    private final GatewayJson json;

    GravyStatuses(GatewayCalls calls, GatewayJson json) {
        this.calls = calls;
        this.json = json;
    }

    /** @param purpose who goes on with it */
    Onward ask(GatewayJob job, String purpose) {
        calls.intend(json.read(job.payload(), GravyPayment.class).status(purpose, json.object()));
        return Onward.nothing();
    }

    PaymentStatus status(AnsweredCall answered) {
        return json.read(answered.doneOr("gravy does not say what became of the payment"), PaymentStatus.class);
    }

    GravyPayment payment(AnsweredCall answered) {
        return json.read(answered.context(), GravyPayment.class);
    }

    ObjectNode message() {
        return json.object().put("gateway", "gravy");
    }
}
