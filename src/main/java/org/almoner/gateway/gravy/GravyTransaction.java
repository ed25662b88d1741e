package org.almoner.gateway.gravy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.money.Money;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as Gravy answers it.
 *
 * @param amount in the smallest coin
 */
@JsonNaming(SnakeCaseStrategy.class)
record GravyTransaction(
        @Trimmed String id,
        @Trimmed String status,
        @WholeNumber @Nullable Long amount,
        @WholeNumber @Nullable Long capturedAmount,
        @Trimmed @Nullable String currency,
        @Nullable Method paymentMethod,
        @Nullable GravyBuyer buyer,
        @Nullable Service paymentService,
        @Trimmed @Nullable String paymentServiceTransactionId,
        @Trimmed @Nullable String reconciliationId,
        @Trimmed @Nullable String avsResponseCode,
        @Trimmed @Nullable String cvvResponseCode,
        @Trimmed @Nullable String errorCode)
        implements Personal {

    /** By what the donor paid; its id can be charged again. */
    record Method(@Trimmed @Nullable String id, @Trimmed @Nullable String method, @Trimmed @Nullable String scheme) {}

    /** Who took the money for Gravy. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Service(@Trimmed @Nullable String id, @Trimmed @Nullable String paymentServiceDefinitionId) {

        /** {@code adyen} of {@code adyen-card}. */
        @Nullable
        String processor() {
            return paymentServiceDefinitionId == null
                    ? null
                    : paymentServiceDefinitionId.split("-", 2)[0];
        }
    }

    GravyTransaction {
        Required.text("id", id);
        Required.text("status", status);
    }

    PaymentStatus status(GravyRisk risk, ObjectNode donor) {
        if (buyer != null) {
            buyer.tell(donor);
        }
        if (paymentService != null) {
            put(donor, "backend_processor", paymentService.processor());
            put(donor, "payment_service_id", paymentService.id());
        }
        put(donor, "backend_processor_txn_id", paymentServiceTransactionId);
        put(donor, "payment_orchestrator_reconciliation_id", reconciliationId);
        put(donor, "payment_submethod", submethod());
        return new PaymentStatus(
                state(),
                status,
                id,
                token(),
                null,
                money(),
                currency,
                risk.scores(cvvResponseCode, avsResponseCode),
                donor);
    }

    @Nullable
    String token() {
        return paymentMethod == null ? null : paymentMethod.id();
    }

    private @Nullable BigDecimal money() {
        Long coins =
                state() == State.COMPLETE && capturedAmount != null && capturedAmount > 0 ? capturedAmount : amount;
        return coins == null || currency == null
                ? null
                : Money.ofMinorUnits(coins, currency).amount();
    }

    private @Nullable String submethod() {
        String scheme = paymentMethod == null ? null : paymentMethod.scheme();
        return scheme == null
                ? null
                : Map.of("mastercard", "mc", "diners-club", "diners").getOrDefault(scheme, scheme);
    }

    private State state() {
        return switch (status) {
            case "capture_succeeded" -> State.COMPLETE;
            case "authorization_succeeded" -> State.PENDING_POKE;
            case "processing", "buyer_approval_pending", "authorization_pending", "capture_pending" -> State.PENDING;
            case "authorization_voided", "authorization_void_pending" -> State.CANCELLED;
            default -> State.FAILED;
        };
    }

    private static void put(ObjectNode fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
