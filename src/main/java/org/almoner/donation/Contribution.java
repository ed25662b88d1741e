package org.almoner.donation;

import java.time.Instant;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A contribution that is kept, as far as what comes after it asks: refunds, cancellations, settlements.
 *
 * @param gatewayTxnId null for what we added ourselves: corrections and reversals
 * @param original what the donor gave, in the donor's currency
 * @param gross what that was worth in the currency of the reports
 */
public record Contribution(
        long id,
        long contactId,
        @Nullable Long contributionRecurId,
        String gateway,
        @Nullable String gatewayTxnId,
        @Nullable String invoiceId,
        Instant receivedAt,
        Money original,
        Money gross,
        Money fee,
        String status,
        String financialType,
        String paymentInstrument,
        @Nullable String refundTxnId,
        @Nullable String backendProcessorReversalId,
        @Nullable String paymentOrchestratorReversalId) {}
