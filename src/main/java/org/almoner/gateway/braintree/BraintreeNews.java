package org.almoner.gateway.braintree;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.almoner.wire.Amount;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Cut;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * What Braintree said of a subscription, a transaction, a dispute or a payment method.
 *
 * @param subjectId of whichever it is
 * @param gross in the currency's whole units
 */
@JsonNaming(SnakeCaseStrategy.class)
record BraintreeNews(
        @Trimmed String kind,
        @AnyTime @Nullable Instant timestamp,
        @Trimmed String subjectId,
        @Trimmed @Nullable String subscrId,
        @Trimmed @Nullable String gatewayTxnId,
        @Trimmed @Nullable String orderId,
        @Amount @Nullable BigDecimal gross,
        @Trimmed @Nullable String currency,
        @Trimmed @Nullable String disputeKind,
        @Cut(1024) @Nullable String reason,
        @Trimmed @Nullable String processorResponseCode,
        @AnyTime @Nullable Instant nextBillingDate,
        @Trimmed @Nullable String failureCount,
        @Trimmed @Nullable String recurringPaymentToken)
        implements Personal {

    /** All that a donation back end has to know of; whatever else Braintree tells is no news here. */
    static final Set<String> KINDS = Set.of(
            "subscription_charged_successfully",
            "subscription_charged_unsuccessfully",
            "subscription_canceled",
            "subscription_expired",
            "payment_method_revoked_by_customer",
            "dispute_opened",
            "transaction_settled",
            "transaction_settlement_declined");

    BraintreeNews {
        Required.text("kind", kind);
        Required.text("subject_id", subjectId);
    }

    void requireMoney() {
        Required.text("gateway_txn_id", gatewayTxnId);
        Required.value("gross", gross);
        Required.text("currency", currency);
    }

    /** Whether the money is taken back at once; an inquiry only asks. */
    boolean isChargeback() {
        return !"retrieval".equals(disputeKind);
    }

    @Override
    public String toString() {
        return masked();
    }
}
