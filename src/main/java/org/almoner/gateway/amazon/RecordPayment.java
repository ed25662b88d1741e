package org.almoner.gateway.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PaymentReference;
import org.springframework.stereotype.Component;

/** Makes a donation of a payment: with what our form was told, or else with what Amazon is to tell of the donor. */
@Component
class RecordPayment implements JobTable.Job {

    private final AmazonPending pending;
    private final ClosePermission close;
    private final GatewayCalls calls;
    private final GatewayJson json;

    RecordPayment(AmazonPending pending, ClosePermission close, GatewayCalls calls, GatewayJson json) {
        this.pending = pending;
        this.close = close;
        this.calls = calls;
        this.json = json;
    }

    @Override
    public Onward run(GatewayJob job) {
        var payment = json.read(job.payload(), RecordedPayment.class);
        close.of(payment);
        return pending.completed(payment.orderId(), job.payload())
                .map(donation -> Onward.of(Kind.DONATION, donation))
                .orElseGet(() -> ask(payment, job.payload()));
    }

    private Onward ask(RecordedPayment payment, ObjectNode payload) {
        calls.intend(new GatewayCall(
                "order-details:amazon:" + payment.gatewayTxnId(),
                "amazon",
                null,
                Ask.STATUS,
                new PaymentReference(payment.orderId(), null, payment.reference()),
                null,
                PaymentDetailed.PURPOSE,
                payload));
        return Onward.nothing();
    }
}
