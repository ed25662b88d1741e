package org.almoner.recurring;

import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** A gateway has forgotten a token, or somebody has to see to it. */
@Component(TokenForgotten.PURPOSE)
class TokenForgotten implements Continuation {

    static final String PURPOSE = "token-forgotten";

    private final Alerts alerts;

    TokenForgotten(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        if (!answered.isDone()) {
            alerts.raise(new Alert(
                    "token not forgotten",
                    "gateway=%s order_id=%s outcome=%s"
                            .formatted(answered.gateway(), answered.payment().orderId(), answered.outcome())));
        }
        return Onward.nothing();
    }
}
