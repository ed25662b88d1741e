package org.almoner.mailing;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.regex.Pattern;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.UnixTime;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** A contact followed the link in the mail that went to a new address, so the address is theirs. */
@JsonNaming(SnakeCaseStrategy.class)
public record VerifiedEmail(
        @WholeNumber Long contactId,
        @Trimmed(254) String email,
        @Trimmed String checksum,
        @UnixTime @Nullable Instant sourceEnqueuedTime)
        implements Keyed, Personal {

    private static final Pattern CHECKSUM_FOREVER = Pattern.compile("[0-9a-f]+_[0-9]+_inf");

    public VerifiedEmail {
        Required.id("contact_id", contactId);
        Required.email("email", email);
        Required.text("checksum", checksum);
        if (!CHECKSUM_FOREVER.matcher(checksum).matches()) {
            throw new InvalidMessage("checksum is not one of a verification mail");
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
