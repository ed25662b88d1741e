package org.almoner.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.almoner.pending.PendingPayments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What front ends told of payments before their donors went to a gateway: what the gateway says completes it. */
@Component
public class PendingDonations {

    /** Fields that say how far a payment is; a donation has none of them. */
    private static final List<String> OF_THE_PAYMENT = List.of("pending_id", "captured", "gateway_session_id");

    private final PendingPayments pending;
    private final GatewayJson json;

    PendingDonations(PendingPayments pending, GatewayJson json) {
        this.pending = pending;
        this.json = json;
    }

    /** Resolved or not: what completes it may be late. */
    public Optional<ObjectNode> find(String gateway, String orderId, @Nullable String gatewayTxnId) {
        return pending.message(gateway, orderId, gatewayTxnId).map(json::object);
    }

    /** Keeps what has become known of a payment before its outcome has. */
    public void amend(String gateway, String orderId, String gatewayTxnId, ObjectNode begun) {
        pending.find(gateway, orderId, gatewayTxnId)
                .ifPresent(known -> pending.complete(known.id(), begun.toString(), gatewayTxnId));
    }

    /** The gateway has captured it for us. */
    public void captured(String gateway, String orderId, String gatewayTxnId) {
        pending.captured(gateway, orderId, gatewayTxnId);
    }

    /** Its outcome is known. */
    public void resolve(String gateway, String orderId) {
        pending.resolve(gateway, orderId);
    }

    /** A donation: what is told wins, but where it is blank, what was begun with stays. */
    public static ObjectNode completed(ObjectNode begun, ObjectNode told) {
        var donation = begun.deepCopy();
        told.properties().forEach(field -> {
            if (!isBlank(field.getValue()) || !donation.has(field.getKey())) {
                donation.set(field.getKey(), field.getValue());
            }
        });
        return donation.remove(OF_THE_PAYMENT);
    }

    /** Takes over what is told only where nothing is known. */
    public static void fill(ObjectNode donation, ObjectNode told) {
        told.properties().forEach(field -> {
            if (isBlank(donation.path(field.getKey()))) {
                donation.set(field.getKey(), field.getValue());
            }
        });
    }

    /** PHP writes what it does not know as null, as empty text or as false. */
    public static boolean isBlank(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isBoolean() && !value.booleanValue());
    }

    /** Front ends write 1, "1" or true. */
    public static boolean isRecurring(ObjectNode donation) {
        return donation.path("recurring").asBoolean()
                || "1".equals(donation.path("recurring").asText());
    }
}
