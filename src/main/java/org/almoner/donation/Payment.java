package org.almoner.donation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Optional;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which payment it was: the names by which the front end, the gateway and what is behind the gateway know it.
 *
 * @param type of a payment that came back to us after all: {@code chargeback_reversed}
 */
@JsonNaming(SnakeCaseStrategy.class)
record Payment(
        @Trimmed @Nullable String gateway,
        @Trimmed @Nullable String gatewayTxnId,
        @Trimmed @Nullable String gatewayRefundId,
        @Trimmed @Nullable String gatewayAccount,
        @Trimmed @Nullable String gatewayStatus,
        @Trimmed @Nullable String backendProcessor,
        @Trimmed @Nullable String backendProcessorTxnId,
        @Trimmed @Nullable String backendProcessorReversalId,
        @Trimmed @Nullable String paymentOrchestratorReconciliationId,
        @Trimmed @Nullable String paymentOrchestratorReversalId,
        @Trimmed @Nullable String authId,
        @Trimmed @Nullable String captureId,
        @Trimmed @Nullable String orderId,
        @Trimmed @Nullable String invoiceId,
        @WholeNumber @Nullable Long contributionTrackingId,
        @AnyTime @Nullable Instant date,
        @Trimmed @Nullable String type) {

    private static final String PAYPAL = "paypal";
    private static final String SEPARATOR = "\u001f"; // is part of no gateway's ids

    /** The payment for ever; its order, where what completes it knows the payment. */
    String key() {
        return String.join(SEPARATOR, type, gateway, gatewayTxnId == null ? SEPARATOR + orderId : gatewayTxnId);
    }

    Optional<Reversal> reversal() {
        return Reversal.of(type);
    }

    /** Two gateways, by age, and one company behind them. */
    boolean isPaypal() {
        return gateway != null && gateway.startsWith(PAYPAL);
    }

    boolean isVisited() {
        return contributionTrackingId != null && contributionTrackingId > 0;
    }

    /** By what donors and staff call it. */
    @Nullable
    String invoice() {
        return invoiceId == null ? orderId : invoiceId;
    }

    /** What belongs to the same payment at the gateway and led to by no visit, no order and no invoice. */
    Payment suffixed(String suffix) {
        return new Payment(
                gateway,
                gatewayTxnId == null ? null : gatewayTxnId + suffix,
                gatewayRefundId,
                gatewayAccount,
                gatewayStatus,
                backendProcessor,
                backendProcessorTxnId == null ? null : backendProcessorTxnId + suffix,
                backendProcessorReversalId,
                paymentOrchestratorReconciliationId,
                paymentOrchestratorReversalId,
                authId,
                captureId,
                null,
                null,
                null,
                date,
                type);
    }
}
