package org.almoner.gateway.gravy;

import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** An authorisation that is not cancelled ends by itself, some days later; until then the donor misses the money. */
@Component(GravyCancelled.PURPOSE)
class GravyCancelled implements Continuation {

    static final String PURPOSE = "gravy-cancel";

    private final Alerts alerts;

    GravyCancelled(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        if (!answered.isDone()) {
            alerts.raise(new Alert(
                    "authorisation not cancelled",
                    "gateway=gravy payment=" + answered.payment().gatewayTxnId()));
        }
        return Onward.nothing();
    }
}
