package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Clock;
import java.time.Instant;
import org.almoner.wire.Cut;
import org.almoner.wire.Trimmed;
import org.almoner.wire.UnixTime;
import org.jspecify.annotations.Nullable;

/** A recurring gift is to end: the donor, the gateway or we want it so. */
@JsonNaming(SnakeCaseStrategy.class)
record Cancellation(
        @JsonUnwrapped GiftReference gift,
        @UnixTime @Nullable Instant cancelDate,
        @UnixTime @Nullable Instant cancel,
        @Cut String cancelReason,
        @JsonProperty("contribution_status_id:name") @Trimmed @Nullable String givenStatus,
        @UnixTime @Nullable Instant sourceEnqueuedTime)
        implements RecurringMessage {

    private static final String DEFAULT_REASON = "(auto) User Cancelled via Gateway";

    Cancellation {
        cancelDate = cancelDate == null ? cancel : cancelDate;
        cancelDate = cancelDate == null ? sourceEnqueuedTime : cancelDate;
        cancelReason = cancelReason == null ? DEFAULT_REASON : cancelReason;
        if (givenStatus != null) {
            Status.told(givenStatus);
        }
    }

    /** Told without a date, it was meant when it was sent, not when it is read: it may have waited. */
    Instant at(Clock clock) {
        return cancelDate == null ? clock.instant() : cancelDate;
    }

    Status status() {
        if (givenStatus != null) {
            return Status.told(givenStatus);
        }
        return gift.isRescue() ? Status.FAILED : Status.CANCELLED;
    }

    @Override
    public String key() {
        return String.join("\u001f", "cancel", gift.key(), String.valueOf(cancelDate));
    }
}
