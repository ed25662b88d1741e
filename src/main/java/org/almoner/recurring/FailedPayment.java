package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Clock;
import java.time.Instant;
import org.almoner.wire.UnixTime;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a recurring gift was tried in vain.
 *
 * @param failureCount how often that had happened before, where the gateway counts
 */
@JsonNaming(SnakeCaseStrategy.class)
record FailedPayment(
        @JsonUnwrapped GiftReference gift,
        @WholeNumber @Nullable Long failureCount,
        @UnixTime @Nullable Instant failureRetryDate,
        @UnixTime @Nullable Instant date,
        @UnixTime @Nullable Instant sourceEnqueuedTime)
        implements RecurringMessage {

    FailedPayment {
        date = date == null ? sourceEnqueuedTime : date;
    }

    Instant at(Clock clock) {
        return date == null ? clock.instant() : date;
    }

    @Override
    public String key() {
        return String.join("\u001f", "failed", gift.key(), String.valueOf(date), String.valueOf(failureCount));
    }
}
