package org.almoner.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.almoner.donation.Contribution;
import org.jspecify.annotations.Nullable;

/** A recurring gift is to end, or a payment of it has failed, because of what became of one of its donations. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecurringNews(
        String txnType,
        String gateway,
        @Nullable Long contributionRecurId,
        String paymentInstrumentId,
        @Nullable String cancelReason,
        @JsonProperty("contribution_status_id:name") @Nullable String status,
        @Nullable Long date,
        @Nullable Long failureRetryDate) {

    static RecurringNews cancelled(String gateway, Contribution donation, String reason) {
        return new RecurringNews(
                "subscr_cancel",
                gateway,
                donation.contributionRecurId(),
                donation.paymentInstrument(),
                reason,
                "Cancelled",
                null,
                null);
    }

    static RecurringNews failed(String gateway, Contribution donation, Instant at, Instant retryAt) {
        return new RecurringNews(
                "subscr_failed",
                gateway,
                donation.contributionRecurId(),
                donation.paymentInstrument(),
                null,
                null,
                at.getEpochSecond(),
                retryAt.getEpochSecond());
    }
}
