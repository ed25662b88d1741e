package org.almoner.gateway.gravy;

import java.time.Clock;
import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.springframework.stereotype.Component;

/** Tells of money that went back, once Gravy says that it did; of a refund that was declined, somebody must know. */
@Component(ReportGravyRefund.PURPOSE)
class ReportGravyRefund implements Continuation {

    static final String PURPOSE = "gravy-refund";

    private final GravyStatuses statuses;
    private final Alerts alerts;
    private final Clock clock;

    ReportGravyRefund(GravyStatuses statuses, Alerts alerts, Clock clock) {
        this.statuses = statuses;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var refund = statuses.payment(answered);
        var status = statuses.status(answered);
        if (status.state() == State.FAILED) {
            alerts.raise(new Alert("refund declined", "gateway=gravy refund=" + refund.refundId()));
        }
        return status.state() == State.REFUNDED ? refunded(refund, status) : Onward.nothing();
    }

    private Onward refunded(GravyPayment refund, PaymentStatus status) {
        return Onward.of(
                Kind.REFUND,
                statuses.message()
                        .put("type", "refund")
                        .put("gateway_parent_id", status.gatewayTxnId())
                        .put("gateway_refund_id", refund.refundId())
                        .put("gross", status.amount())
                        .put("gross_currency", status.currency())
                        .put("date", refund.happenedAt(clock).getEpochSecond()));
    }
}
