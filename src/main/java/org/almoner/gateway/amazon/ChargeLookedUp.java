package org.almoner.gateway.amazon;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.springframework.stereotype.Component;

/** Has a charge recorded once Amazon says that it is captured, or tried again if only time ran out. */
@Component(ChargeLookedUp.PURPOSE)
class ChargeLookedUp implements Continuation {

    static final String PURPOSE = "amazon-charge";

    private final GatewayJson json;

    ChargeLookedUp(GatewayJson json) {
        this.json = json;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var status = json.read(answered.doneOr("Amazon does not tell of the charge"), PaymentStatus.class);
        if (status.state() == State.COMPLETE) {
            return AmazonJobs.of(AmazonJobs.RECORD_PAYMENT, status.donor().put("gateway_status", "Completed"));
        }
        return RetryAuthorization.REASON.equals(status.rawStatus())
                ? AmazonJobs.of(AmazonJobs.RETRY_AUTHORIZATION, status.donor())
                : Onward.nothing();
    }
}
