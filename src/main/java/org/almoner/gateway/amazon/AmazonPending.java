package org.almoner.gateway.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.almoner.gateway.GatewayJson;
import org.almoner.pending.PendingPayments;
import org.springframework.stereotype.Component;

/** Completes what Amazon Pay says of a payment by what its donor told our form. */
@Component
class AmazonPending {

    private static final List<String> TOLD = List.of("date", "fee", "gateway_txn_id", "gateway_status");
    private static final List<String> OF_THE_PENDING = List.of("pending_id", "gateway_session_id", "captured");

    private final PendingPayments pending;
    private final GatewayJson json;

    AmazonPending(PendingPayments pending, GatewayJson json) {
        this.pending = pending;
        this.json = json;
    }

    /** The donation, and its pending payment is resolved; nothing if our form knows nothing of the order. */
    Optional<ObjectNode> completed(String orderId, ObjectNode payment) {
        var begun = pending.message(
                "amazon", orderId, payment.path("gateway_txn_id").asText());
        begun.ifPresent(any -> pending.resolve("amazon", orderId));
        return begun.map(text -> completed(json.read(text.getBytes(UTF_8), ObjectNode.class), payment));
    }

    private static ObjectNode completed(ObjectNode begun, ObjectNode payment) {
        for (String field : TOLD) {
            if (payment.hasNonNull(field)) {
                begun.set(field, payment.get(field));
            }
        }
        return begun.remove(OF_THE_PENDING);
    }
}
