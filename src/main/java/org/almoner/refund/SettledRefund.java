package org.almoner.refund;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.almoner.wire.Amount;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** What the gateway has taken from its payout for a refund, as it stands in the gateway's books. */
@JsonNaming(SnakeCaseStrategy.class)
record SettledRefund(
        @Amount @Nullable BigDecimal settledTotalAmount,
        @Amount @Nullable BigDecimal settledFeeAmount,
        @Trimmed @Nullable String settlementBatchReference) {}
