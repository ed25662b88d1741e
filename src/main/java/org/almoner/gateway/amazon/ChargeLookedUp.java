package org.almoner.gateway.amazon;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Has a charge recorded once Amazon says that it is captured. */
@Component
class ChargeLookedUp implements Continuation {

    static final String PURPOSE = "amazon-charge";

    private final GatewayJson json;

    ChargeLookedUp(GatewayJson json) {
        this.json = json;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        if (!answered.isDone()) {
            throw new InvalidMessage("Amazon does not tell of the charge");
        }
        var status = json.read(answered.detail(), PaymentStatus.class);
        return status.state() == State.COMPLETE
                ? AmazonJobs.of(AmazonJobs.RECORD_PAYMENT, status.donor().put("gateway_status", "Completed"))
                : Onward.nothing();
    }
}
