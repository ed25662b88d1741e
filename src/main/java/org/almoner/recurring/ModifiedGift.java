package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Personal;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which recurring gift is to be changed, and who says so.
 *
 * @param checksum proves that the contact had a link from us
 */
@JsonNaming(SnakeCaseStrategy.class)
record ModifiedGift(
        @WholeNumber @Nullable Long contributionRecurId,
        @Trimmed @Nullable String gateway,
        @Trimmed @Nullable String subscrId,
        @Trimmed @Nullable String trxnId,
        @WholeNumber @Nullable Long contactId,
        @Trimmed @Nullable String checksum)
        implements Personal {

    /** What makes two changes changes of the same gift. */
    private record Names(@Nullable Long contributionRecurId, @Nullable String gateway, @Nullable String subscrId) {}

    ModifiedGift {
        subscrId = subscrId == null ? trxnId : subscrId;
        if (contributionRecurId == null && (gateway == null || subscrId == null)) {
            throw new InvalidMessage("neither contribution_recur_id nor gateway and subscr_id are there");
        }
    }

    String key() {
        return ContentKey.of(new Names(contributionRecurId, gateway, subscrId));
    }

    @Override
    public String toString() {
        return masked();
    }
}
