package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.jspecify.annotations.Nullable;

/** Reads what PayPal says of an order or of a capture. */
final class PayPalOrderStatus {

    private static final Map<String, State> ORDERS = Map.of(
            "CREATED", State.PENDING,
            "SAVED", State.PENDING,
            "PAYER_ACTION_REQUIRED", State.PENDING,
            "APPROVED", State.PENDING_POKE,
            "VOIDED", State.CANCELLED,
            "COMPLETED", State.COMPLETE);

    private static final Map<String, State> CAPTURES = Map.of(
            "COMPLETED", State.COMPLETE,
            "PARTIALLY_REFUNDED", State.COMPLETE,
            "PENDING", State.PENDING,
            "REFUNDED", State.REFUNDED,
            "DECLINED", State.FAILED,
            "FAILED", State.FAILED);

    private PayPalOrderStatus() {}

    static PaymentStatus ofOrder(JsonNode order) {
        var capture = capture(order);
        var state = capture.map(PayPalOrderStatus::stateOfCapture).orElseGet(() -> state(ORDERS, order));
        var amount = capture.orElse(order.at("/purchase_units/0")).path("amount");
        return status(
                state, order, capture.map(each -> each.path("id").asText()).orElse(null), amount, donor(order));
    }

    static PaymentStatus ofCapture(JsonNode capture) {
        return status(
                stateOfCapture(capture),
                capture,
                capture.path("id").asText(),
                capture.path("amount"),
                JsonNodeFactory.instance.objectNode());
    }

    /** An order without any was not captured, or has an authorization that was not. */
    static Optional<JsonNode> capture(JsonNode order) {
        return Optional.of(order.at("/purchase_units/0/payments/captures/0")).filter(JsonNode::isObject);
    }

    static State stateOfCapture(JsonNode capture) {
        return state(CAPTURES, capture);
    }

    private static PaymentStatus status(
            State state, JsonNode raw, @Nullable String id, JsonNode amount, ObjectNode donor) {
        return new PaymentStatus(
                state,
                raw.path("status").asText(),
                id,
                null,
                donor.path("processor_contact_id").asText(null),
                amount.hasNonNull("value") ? new BigDecimal(amount.path("value").asText()) : null,
                amount.path("currency_code").asText(null),
                Map.of(),
                donor);
    }

    private static State state(Map<String, State> states, JsonNode raw) {
        var state = states.get(raw.path("status").asText());
        if (state == null) {
            throw new GatewayFailure("PayPal says a status that nobody knows");
        }
        return state;
    }

    private static ObjectNode donor(JsonNode order) {
        var donor = JsonNodeFactory.instance.objectNode();
        put(donor, "first_name", order.at("/payer/name/given_name"));
        put(donor, "last_name", order.at("/payer/name/surname"));
        put(donor, "email", order.at("/payer/email_address"));
        put(donor, "country", order.at("/payer/address/country_code"));
        put(donor, "processor_contact_id", order.at("/payer/payer_id"));
        return donor;
    }

    private static void put(ObjectNode donor, String field, JsonNode told) {
        if (!told.asText().isEmpty()) {
            donor.put(field, told.asText());
        }
    }
}
