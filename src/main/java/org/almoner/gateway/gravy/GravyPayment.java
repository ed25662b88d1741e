package org.almoner.gateway.gravy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.PaymentReference;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * Which payment a job is about. What else a job says of it nobody has signed, so it is asked for.
 *
 * @param refundId where it is about money that went back
 */
@JsonNaming(SnakeCaseStrategy.class)
record GravyPayment(
        @Trimmed @Nullable String orderId,
        @Trimmed String gatewayTxnId,
        @Trimmed @Nullable String refundId,
        @JsonProperty("eventDate") @AnyTime @Nullable Instant eventDate) {

    GravyPayment {
        if (refundId == null) {
            Required.text("order_id", orderId);
            Required.text("gateway_txn_id", gatewayTxnId);
        }
    }

    /** When it happened, or now if nobody says. */
    Instant happenedAt(Clock clock) {
        return eventDate == null ? clock.instant() : eventDate;
    }

    /** Asked anew for each event: what has become of a payment changes with it. */
    GatewayCall status(String purpose, ObjectNode context) {
        String about = refundId == null ? gatewayTxnId : refundId;
        context.put("order_id", orderId).put("gateway_txn_id", gatewayTxnId).put("refund_id", refundId);
        context.put("eventDate", eventDate == null ? null : eventDate.toString());
        return new GatewayCall(
                String.join(":", purpose, about, String.valueOf(eventDate)),
                "gravy",
                null,
                Ask.STATUS,
                PaymentReference.of(orderId, gatewayTxnId),
                null,
                purpose,
                context);
    }
}
