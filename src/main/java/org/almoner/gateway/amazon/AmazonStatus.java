package org.almoner.gateway.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.jspecify.annotations.Nullable;

/** Reads what Amazon Pay says of a charge, a refund, or of what a buyer permits. */
final class AmazonStatus {

    private static final Map<String, State> STATES = Map.of(
            "AuthorizationInitiated", State.PENDING,
            "Authorized", State.PENDING_POKE,
            "CaptureInitiated", State.PENDING,
            "Captured", State.COMPLETE,
            "Canceled", State.CANCELLED,
            "Declined", State.FAILED,
            "RefundInitiated", State.PENDING,
            "Refunded", State.REFUNDED);

    private static final DateTimeFormatter UPDATED = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private AmazonStatus() {}

    /** The donor's fields are those of the payment, as the job that records it says them. */
    static PaymentStatus ofCharge(JsonNode charge, Instant now) {
        var amount = charge.path(state(charge) == State.COMPLETE ? "captureAmount" : "chargeAmount");
        String id = charge.path("chargeId").asText();
        String order = charge.at("/merchantMetadata/merchantReferenceId").asText();
        var payment = AmazonJobs.payload()
                .put("date", seconds(charge, now))
                .put("gateway", "amazon")
                .put("gross", amount.path("amount").asText())
                .put("currency", amount.path("currencyCode").asText())
                .put("gateway_txn_id", id)
                .put(
                        "order_id",
                        order.isEmpty() ? id : order) // of what was permitted once, only the permission may name it
                .put("payment_method", "amazon")
                .put("order_reference_id", charge.path("chargePermissionId").asText(RecordedPayment.reference(id)));
        if (RecordedPayment.isOurs(order)) {
            payment.put("contribution_tracking_id", RecordedPayment.trackingId(order));
        }
        return status(state(charge), charge, id, amount, payment);
    }

    /** The donor's fields are those of the refund's message. */
    static PaymentStatus ofRefund(JsonNode refund, Instant now) {
        var amount = refund.path("refundAmount");
        var message = AmazonJobs.payload()
                .put("date", seconds(refund, now))
                .put("gateway", "amazon")
                .put("gross", amount.path("amount").asText())
                .put("gross_currency", amount.path("currencyCode").asText())
                .put("gateway_parent_id", refund.path("chargeId").asText())
                .put("gateway_refund_id", refund.path("refundId").asText())
                .put("type", "refund");
        return status(state(refund), refund, refund.path("chargeId").asText(), amount, message);
    }

    static PaymentStatus ofPermission(JsonNode permission) {
        var donor = AmazonJobs.payload();
        String[] name = permission.at("/buyer/name").asText().strip().split("\\s+", 2);
        put(donor, "first_name", name[0]);
        put(donor, "last_name", name.length > 1 ? name[1] : "");
        put(donor, "email", permission.at("/buyer/email").asText());
        put(
                donor,
                "street_address",
                permission.at("/billingAddress/addressLine1").asText());
        put(
                donor,
                "supplemental_address_1",
                permission.at("/billingAddress/addressLine2").asText());
        put(donor, "city", permission.at("/billingAddress/city").asText());
        put(
                donor,
                "state_province",
                permission.at("/billingAddress/stateOrRegion").asText());
        put(donor, "postal_code", permission.at("/billingAddress/postalCode").asText());
        put(donor, "country", permission.at("/billingAddress/countryCode").asText());
        put(
                donor,
                "order_id",
                permission.at("/merchantMetadata/merchantReferenceId").asText());
        return status(State.PENDING, permission, null, permission.path("limits"), donor);
    }

    private static PaymentStatus status(
            State state, JsonNode raw, @Nullable String id, JsonNode amount, ObjectNode fields) {
        return new PaymentStatus(
                state,
                rawStatus(raw),
                id,
                null,
                null,
                amount.hasNonNull("amount")
                        ? new BigDecimal(amount.path("amount").asText())
                        : null,
                amount.path("currencyCode").asText(null),
                Map.of(),
                fields);
    }

    private static State state(JsonNode raw) {
        var state = STATES.get(raw.at("/statusDetails/state").asText());
        if (state == null) {
            throw new GatewayFailure("Amazon says a state that nobody knows");
        }
        return state;
    }

    /** Why it was declined, if it was, says more than that it was. */
    private static String rawStatus(JsonNode raw) {
        String state = raw.at("/statusDetails/state").asText();
        return state.equals("Declined") ? raw.at("/statusDetails/reasonCode").asText(state) : state;
    }

    /** Since when it is so; a simulator says nothing of that. */
    private static long seconds(JsonNode raw, Instant now) {
        try {
            return LocalDateTime.parse(
                            raw.at("/statusDetails/lastUpdatedTimestamp").asText(), UPDATED)
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return now.getEpochSecond();
        }
    }

    private static void put(ObjectNode donor, String field, String told) {
        if (!told.isEmpty()) {
            donor.put(field, told);
        }
    }
}
