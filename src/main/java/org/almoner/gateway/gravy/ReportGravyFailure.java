package org.almoner.gateway.gravy;

import java.time.Clock;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PaymentStatus.State;
import org.springframework.stereotype.Component;

/** Tells that a bank did not pay after all, once Gravy says so. */
@Component(ReportGravyFailure.PURPOSE)
class ReportGravyFailure implements Continuation {

    static final String PURPOSE = "gravy-failure";

    private final GravyStatuses statuses;
    private final Clock clock;

    ReportGravyFailure(GravyStatuses statuses, Clock clock) {
        this.statuses = statuses;
        this.clock = clock;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var payment = statuses.payment(answered);
        var status = statuses.status(answered);
        if (status.state() != State.FAILED) {
            return Onward.nothing();
        }
        String reason = answered.detail().path("error_code").asText();
        var unpaid = statuses.message()
                .put("contribution_status_id:name", "Cancelled")
                .put("gateway_txn_id", payment.gatewayTxnId())
                .put("payment_method", "ach")
                .put("order_id", payment.orderId())
                .put("gross", status.amount())
                .put("gross_currency", status.currency())
                .put("backend_processor", "trustly")
                .put("date", payment.happenedAt(clock).getEpochSecond())
                .put("reason", reason)
                .put("can_retry", reason.equals("insufficient_funds"))
                .put("is_suspected_fraud", reason.equals("suspected_fraud"));
        unpaid.put(
                "backend_processor_txn_id",
                status.donor().path("backend_processor_txn_id").textValue());
        return Onward.of(Kind.UNPAID, unpaid);
    }
}
