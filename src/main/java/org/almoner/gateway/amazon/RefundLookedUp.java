package org.almoner.gateway.amazon;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.springframework.stereotype.Component;

/** Tells of a refund once Amazon says that it is made, and of which charge. */
@Component(RefundLookedUp.PURPOSE)
class RefundLookedUp implements Continuation {

    static final String PURPOSE = "amazon-refund";

    private final GatewayJson json;

    RefundLookedUp(GatewayJson json) {
        this.json = json;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var status = json.read(answered.doneOr("Amazon does not tell of the refund"), PaymentStatus.class);
        return status.state() == State.REFUNDED ? Onward.of(Kind.REFUND, status.donor()) : Onward.nothing();
    }
}
