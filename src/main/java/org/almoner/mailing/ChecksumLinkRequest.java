package org.almoner.mailing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
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
        @Trimmed String page,
        @Trimmed @Nullable String subpage,
        @JsonProperty("source_enqueued_time") @UnixTime @Nullable Instant sourceEnqueuedTime)
        implements Keyed, Personal {

    /** They ask for no other proof than a link. */
    private static final Set<String> PAGES = Set.of("RecurUpgrade", "EmailPreferences", "DonorPortal");

    public ChecksumLinkRequest {
        Required.text("page", page);
        if (!PAGES.contains(page)) {
            throw new InvalidMessage("page is none that has links");
        }
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
