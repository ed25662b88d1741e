package org.almoner.recurring;

import java.time.Clock;
import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** A gateway has given back what was taken for a gift that the donor had cancelled, or somebody has to see to it. */
@Component(CancelledGiftRefunded.PURPOSE)
class CancelledGiftRefunded implements Continuation {

    static final String PURPOSE = "cancelled-gift-refunded";

    private final Alerts alerts;
    private final Clock clock;

    CancelledGiftRefunded(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        if (answered.isDone()) {
            var refund = answered.context().deepCopy();
            refund.put("date", clock.instant().getEpochSecond());
            refund.set("gateway_refund_id", answered.detail().get("gateway_refund_id"));
            return Onward.of(Onward.Kind.REFUND, refund);
        }
        alerts.raise(new Alert(
                "payment of a cancelled gift not refunded",
                "gateway=%s gateway_txn_id=%s outcome=%s"
                        .formatted(answered.gateway(), answered.payment().gatewayTxnId(), answered.outcome())));
        return Onward.nothing();
    }
}
