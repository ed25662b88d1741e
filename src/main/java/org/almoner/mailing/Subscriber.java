package org.almoner.mailing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What a contact has chosen so far.
 *
 * @param email the primary one; mail to it is held back until {@code snoozeUntil}
 * @param country of the primary address
 */
record Subscriber(
        long contactId,
        boolean isOptedIn,
        boolean isRefusing,
        boolean hasConfirmed,
        @Nullable String language,
        @Nullable String email,
        @Nullable String emailType,
        @Nullable LocalDate snoozeUntil,
        @Nullable String country)
        implements Personal {

    static Subscriber read(ResultSet row, int number) throws SQLException {
        return new Subscriber(
                row.getLong("id"),
                row.getBoolean("is_opted_in"),
                row.getBoolean("is_refusing"),
                row.getBoolean("has_confirmed"),
                row.getString("preferred_language"),
                row.getString("email"),
                row.getString("location_type"),
                row.getObject("snooze_until", LocalDate.class),
                row.getString("country"));
    }

    /** Whether that is another answer than the one that is known. */
    boolean answersAnew(boolean sendEmail) {
        return sendEmail ? !isOptedIn : !isRefusing;
    }

    boolean isSnoozedPast(LocalDate day) {
        return snoozeUntil != null && !snoozeUntil.equals(day);
    }

    boolean isReachedBy(String address) {
        return address.equalsIgnoreCase(email);
    }

    @Override
    public String toString() {
        return masked();
    }
}
