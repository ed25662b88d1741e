package org.almoner.contact;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Personal;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/**
 * The contact that a message says it is from. It counts only with a proof: what is in a link may have been made up.
 *
 * @param contactId as it was written: a donor who edits a link may leave anything there
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ClaimedContact(
        @Text @Nullable String contactId, @Text @Nullable String contactHash, @Text @Nullable String checksum)
        implements Personal {

    public static final ClaimedContact NONE = new ClaimedContact(null, null, null);

    /** The id, where it is one. */
    @Nullable
    Long id() {
        return contactId != null && contactId.matches("[1-9][0-9]{0,17}") ? Long.valueOf(contactId) : null;
    }

    @Override
    public String toString() {
        return masked();
    }
}
