package org.almoner.refund;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Set;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** The payment that was taken back, by the names that those know it by who took it. */
@JsonNaming(SnakeCaseStrategy.class)
record OriginalPayment(
        @Trimmed String gateway,
        @Trimmed @Nullable String gatewayParentId,
        @WholeNumber @Nullable Long parentContributionId,
        @Trimmed @Nullable String invoiceId,
        @Trimmed @Nullable String orderId,
        @Trimmed @Nullable String paymentMethod,
        @Trimmed @Nullable String backendProcessor) {

    private static final Set<String> TOLD_BEFORE_THE_MONEY_CAME = Set.of("rtbt_ideal", "ideal", "sepadirectdebit");

    OriginalPayment {
        Required.text("gateway", gateway);
        parentContributionId = parentContributionId == null || parentContributionId == 0 ? null : parentContributionId;
        if (gatewayParentId == null && parentContributionId == null) {
            throw new InvalidMessage("gateway_parent_id and parent_contribution_id are both missing");
        }
    }

    /** Bank transfers that failed: what was pending never becomes a donation, so none need be waited for. */
    boolean mayNeverHaveBeenADonation() {
        return TOLD_BEFORE_THE_MONEY_CAME.contains(paymentMethod == null ? "" : paymentMethod)
                || "trustly".equals(backendProcessor);
    }
}
