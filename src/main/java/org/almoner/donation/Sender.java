package org.almoner.donation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Cut;
import org.jspecify.annotations.Nullable;

/** Which program on which machine pushed a message, and when. */
@JsonNaming(SnakeCaseStrategy.class)
record Sender(
        @Cut @Nullable String sourceName,
        @Cut @Nullable String sourceType,
        @Cut @Nullable String sourceHost,
        @Cut @Nullable String sourceRunId,
        @Cut @Nullable String sourceVersion,
        @AnyTime @Nullable Instant sourceEnqueuedTime) {}
