package org.almoner.gateway.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PaymentStatus;
import org.springframework.stereotype.Component;

/** Makes the donation of a payment whose donor Amazon has told of. */
@Component(PaymentDetailed.PURPOSE)
class PaymentDetailed implements Continuation {

    static final String PURPOSE = "amazon-order-details";

    private final AmazonPending pending;
    private final GatewayJson json;

    PaymentDetailed(AmazonPending pending, GatewayJson json) {
        this.pending = pending;
        this.json = json;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var donor = json.read(answered.doneOr("Amazon does not tell who paid"), PaymentStatus.class)
                .donor();
        var payment = withOurOrder(
                answered.context().deepCopy(), donor.path("order_id").asText());
        var donation = pending.completed(payment.path("order_id").asText(), payment)
                .orElseGet(() -> donor.<ObjectNode>setAll(payment).remove(List.of("order_reference_id")));
        return Onward.of(Kind.DONATION, donation);
    }

    /** Amazon makes up an order for what it authorised by itself. */
    private static ObjectNode withOurOrder(ObjectNode payment, String order) {
        if (!RecordedPayment.isOurs(payment.path("order_id").asText()) && RecordedPayment.isOurs(order)) {
            payment.put("order_id", order);
        }
        String id = payment.path("order_id").asText();
        if (RecordedPayment.isOurs(id) && !payment.hasNonNull("contribution_tracking_id")) {
            payment.put("contribution_tracking_id", RecordedPayment.trackingId(id));
        }
        return payment;
    }
}
