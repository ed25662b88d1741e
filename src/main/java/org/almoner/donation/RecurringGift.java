package org.almoner.donation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Objects;
import org.almoner.recurring.Terms;
import org.almoner.wire.Flag;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a donation tells of the recurring gift that it begins or goes on with.
 *
 * @param rescueReference of a payment that had failed and that the gateway saved
 */
@JsonNaming(SnakeCaseStrategy.class)
record RecurringGift(
        @Flag @Nullable Boolean recurring,
        @WholeNumber @Nullable Long contributionRecurId,
        @Trimmed @Nullable String subscrId,
        @Trimmed @Nullable String frequencyUnit,
        @WholeNumber @Nullable Long frequencyInterval,
        @WholeNumber @Nullable Long installments,
        @Flag @Nullable Boolean isSuccessfulAutorescue,
        @Trimmed @Nullable String rescueReference) {

    static final RecurringGift NONE = new RecurringGift(null, null, null, null, null, null, null, null);

    RecurringGift {
        contributionRecurId = contributionRecurId == null || contributionRecurId == 0 ? null : contributionRecurId;
    }

    boolean isMeant() {
        return Boolean.TRUE.equals(recurring) || contributionRecurId != null;
    }

    boolean wasRescued() {
        return Boolean.TRUE.equals(isSuccessfulAutorescue) && rescueReference != null;
    }

    /** A donation that does not recur may say anything here. */
    Terms terms() {
        return new Terms(Objects.requireNonNullElse(frequencyUnit, ""), frequencyInterval, installments);
    }
}
