package org.almoner.contact;

import java.time.Instant;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/** Something that happened with a contact, in words that staff read. */
public record Activity(
        long contactId,
        String type,
        String subject,
        @Nullable String details,
        Instant happenedAt,
        @Nullable Long contributionId,
        @Nullable Long contributionRecurId)
        implements Personal {

    public Activity(long contactId, String type, String subject, @Nullable String details, Instant happenedAt) {
        this(contactId, type, subject, details, happenedAt, null, null);
    }

    @Override
    public String toString() {
        return masked();
    }
}
