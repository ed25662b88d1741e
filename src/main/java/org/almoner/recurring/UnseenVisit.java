package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** A follow-up: a visit that must have been, as there is a contribution of it, and that nobody told us of. */
@JsonNaming(SnakeCaseStrategy.class)
record UnseenVisit(long id, long contributionId, String utmMedium, Instant trackingDate) {}
