package org.almoner.orphan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.almoner.gateway.PaymentStatus;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A pending payment whose gateway is asked about it.
 *
 * @param awaitsStatus whether the gateway was asked for its status last, and not to do something
 * @param round how often it was asked for it
 * @param payment what we go by
 * @param message all that is known of the payment and its donor
 */
record Orphan(
        long pendingId,
        Instant begunAt,
        boolean awaitsStatus,
        int round,
        boolean isAlerted,
        BegunPayment payment,
        ObjectNode message)
        implements Personal {

    /** With what the gateway knows, where the front end knew nothing. */
    Orphan completedBy(PaymentStatus status) {
        var complete = message.deepCopy();
        status.donor()
                .properties()
                .forEach(
                        field -> fill(complete, field.getKey(), field.getValue().asText()));
        fill(complete, "processor_contact_id", status.processorContactId());
        fill(complete, "gateway_txn_id", status.gatewayTxnId());
        fill(complete, "recurring_payment_token", status.recurringPaymentToken());
        return with(complete);
    }

    /** Under the name that the gateway has for what was captured, if it tells one. */
    Orphan capturedAs(String gatewayTxnId) {
        var captured = message.deepCopy();
        if (!gatewayTxnId.isBlank()) {
            captured.put("gateway_txn_id", gatewayTxnId);
        }
        return with(captured);
    }

    String gatewayTxnId() {
        var id = message.path("gateway_txn_id");
        return isBlank(id) ? "" : id.asText();
    }

    private Orphan with(ObjectNode other) {
        return new Orphan(pendingId, begunAt, awaitsStatus, round, isAlerted, payment, other);
    }

    private static void fill(ObjectNode message, String field, @Nullable String value) {
        if (value != null && !value.isBlank() && isBlank(message.path(field))) {
            message.put(field, value);
        }
    }

    /** As front ends say it: not at all, empty, or false, once as text. */
    private static boolean isBlank(JsonNode value) {
        return value.asText("").isBlank() || value.asText().equals("false") || value.isNull();
    }

    @Override
    public String toString() {
        return masked();
    }
}
