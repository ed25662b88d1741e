package org.almoner.mailing;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.almoner.contact.Country;
import org.almoner.contact.Language;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Day;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.UnixTime;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a contact chose in the e-mail preference center, or by the unsubscribe link of a mail.
 *
 * @param sendEmail {@code "false"} means false
 * @param emailChecksum set by the front end only where the contact changed the address
 * @param sourceEnqueuedTime the same choice may be made again at another time
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EmailPreferences(
        @WholeNumber Long contactId,
        @Trimmed String checksum,
        @Trimmed(254) String email,
        @Trimmed @Nullable String country,
        @Trimmed(16) @Nullable String language,
        @Nullable Boolean sendEmail,
        @Day @Nullable LocalDate snoozeDate,
        @Trimmed @Nullable String emailChecksum,
        @UnixTime @Nullable Instant sourceEnqueuedTime)
        implements Keyed, Personal {

    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f_]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_-]+");

    public EmailPreferences {
        Required.id("contact_id", contactId);
        Required.text("checksum", checksum);
        Required.email("email", email);
        require(CHECKSUM.matcher(checksum).matches(), "checksum is none");
        require(language == null || LANGUAGE.matcher(language).matches(), "language is none");
        require(country == null || Country.code(country) != null, "country is none");
        country = Country.code(country);
        language = Language.code(language);
    }

    private static void require(boolean isRight, String complaint) {
        if (!isRight) {
            throw new InvalidMessage(complaint);
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
