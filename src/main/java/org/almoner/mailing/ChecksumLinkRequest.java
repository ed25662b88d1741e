package org.almoner.mailing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.UnixTime;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** Somebody wants a new link to a page of theirs, because the old one has expired. */
public record ChecksumLinkRequest(
        @Trimmed(254) @Nullable String email,
        @JsonProperty("contactID") @WholeNumber @Nullable Long contactId,
        Page page,
        @Trimmed @Nullable String subpage,
        @JsonProperty("source_enqueued_time") @UnixTime @Nullable Instant sourceEnqueuedTime)
        implements Keyed, Personal {

    /** The pages that need no other proof than a link. */
    enum Page {
        @JsonProperty("RecurUpgrade")
        RECUR_UPGRADE,
        @JsonProperty("EmailPreferences")
        EMAIL_PREFERENCES,
        @JsonProperty("DonorPortal")
        DONOR_PORTAL
    }

    public ChecksumLinkRequest {
        Required.value("page", page);
        if (email == null && (contactId == null || contactId <= 0)) {
            throw new InvalidMessage("email and contactID are both missing");
        }
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }

    @Override
    public String toString() {
        return masked();
    }
}
