package org.almoner.donation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Cut;
import org.almoner.wire.Flag;
import org.almoner.wire.Personal;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** What only gifts have that came by post, from a fund, or with a share that an employer added. */
@JsonNaming(SnakeCaseStrategy.class)
record OfflineGift(
        @JsonProperty("is_daf") @Flag @Nullable Boolean fromFund,
        @JsonProperty("is_matching_gift") @Flag @Nullable Boolean matched,
        @Trimmed @Nullable String checkNumber,
        @AnyTime @Nullable Instant postmarkDate,
        @Cut(4096) @Nullable String note,
        @Cut(4096) @Nullable String comment,
        @Cut @Nullable String manualReview,
        @Cut @Nullable String bankingInstitution,
        @Cut @Nullable String donorAdvisedFundName,
        @JsonProperty("matching_gift_organization") @Cut(128) @Nullable String employer,
        @JsonUnwrapped(prefix = "original_individual_gift_") Share originalOfPerson,
        @JsonUnwrapped(prefix = "settled_individual_gift_") Share settledOfPerson,
        @JsonUnwrapped(prefix = "original_matching_gift_") Share originalOfEmployer,
        @JsonUnwrapped(prefix = "settled_matching_gift_") Share settledOfEmployer)
        implements Personal {

    OfflineGift {
        checkNumber = checkNumber == null ? null : checkNumber.replaceFirst("^0+(?!$)", "");
        note = note == null ? comment : note;
    }

    boolean isFromFundOrMatched() {
        return Boolean.TRUE.equals(fromFund) || Boolean.TRUE.equals(matched);
    }

    @Override
    public String toString() {
        return masked();
    }
}
