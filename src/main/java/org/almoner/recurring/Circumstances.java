package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.almoner.wire.Cut;
import org.almoner.wire.Flag;
import org.almoner.wire.UnixTime;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a change was asked for.
 *
 * @param isFromSaveFlow the donor wanted to cancel and was offered something else
 */
@JsonNaming(SnakeCaseStrategy.class)
record Circumstances(
        @Cut @Nullable String campaign,
        @Cut @Nullable String medium,
        @Cut @Nullable String source,
        @Flag @Nullable Boolean isFromSaveFlow,
        @Cut @Nullable String sourceType,
        @UnixTime @Nullable Instant sourceEnqueuedTime) {

    private static final String DONOR_PORTAL = "emailpreferences";

    Instant at(Clock clock) {
        return sourceEnqueuedTime == null ? clock.instant() : sourceEnqueuedTime;
    }

    /** As it is noted with an activity. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, "campaign", campaign);
        put(details, "medium", medium);
        put(details, "source", source);
        details.put("is_from_save_flow", Boolean.TRUE.equals(isFromSaveFlow));
        details.put("is_from_donor_portal", DONOR_PORTAL.equals(sourceType));
        return details;
    }

    /** The same change may be wanted again later: then it was sent at another time. */
    String key() {
        return String.valueOf(sourceEnqueuedTime);
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
