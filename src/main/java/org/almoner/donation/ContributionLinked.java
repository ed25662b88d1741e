package org.almoner.donation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** To which contribution a visit to a donation form led; and of a visit that no form told of, all that is known. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(Include.NON_NULL)
record ContributionLinked(
        long id,
        @Nullable Long contributionId,
        @Nullable String utmSource,
        @Nullable String utmMedium,
        @Nullable String utmCampaign,
        @Nullable String trackingDate,
        @Nullable String country) {

    static ContributionLinked of(long id, long contributionId) {
        return new ContributionLinked(id, contributionId, null, null, null, null, null);
    }
}
