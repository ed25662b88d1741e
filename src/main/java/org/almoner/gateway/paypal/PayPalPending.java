package org.almoner.gateway.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.almoner.gateway.GatewayJson;
import org.almoner.pending.PendingPayments;
import org.springframework.stereotype.Component;

/** Completes what PayPal says of a payment by what its donor told our form. */
@Component
class PayPalPending {

    /** They say where the pending payment came from, and how far it was: nothing of the donation. */
    private static final List<String> OF_THE_PENDING = List.of(
            "source_name",
            "source_type",
            "source_host",
            "source_run_id",
            "source_version",
            "source_enqueued_time",
            "pending_id",
            "gateway_session_id",
            "captured");

    private final PendingPayments pending;
    private final GatewayJson json;

    PayPalPending(PendingPayments pending, GatewayJson json) {
        this.pending = pending;
        this.json = json;
    }

    /** PayPal's word stands; the payment is resolved when the donation is kept. */
    ObjectNode completed(String gateway, ObjectNode told) {
        String order = told.path("order_id").asText();
        told.put("gateway", gateway);
        if (order.isEmpty()) {
            return told;
        }
        return pending.message(gateway, order, told.path("gateway_txn_id").asText())
                .map(begun -> json.read(begun.getBytes(UTF_8), ObjectNode.class))
                .map(begun -> begun.<ObjectNode>setAll(told).remove(OF_THE_PENDING))
                .orElse(told);
    }
}
