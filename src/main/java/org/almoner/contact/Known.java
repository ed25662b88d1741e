package org.almoner.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A contact that is there, as far as a message may change it.
 *
 * @param email its primary one, and since when mail to that comes back
 * @param address its primary one
 */
record Known(
        Profile profile,
        long id,
        String hash,
        @Nullable String email,
        @Nullable Instant onHoldAt,
        PostalAddress address)
        implements Personal {

    /** Completed by which contacts are {@code found (contact_id)}. */
    static final String SELECT = "select " + Profile.COLUMNS
            + """
            , c.id, c.hash, e.email, e.on_hold_at, a.street_address, a.supplemental_1, a.supplemental_2, a.city,
                a.state_province, a.postal_code, a.country
            from (%s) as found (contact_id)
            join contact as c on c.id = found.contact_id
            left join contact_email as e on e.contact_id = c.id and e.is_primary
            left join contact_address as a on a.contact_id = c.id and a.is_primary
            """;

    static Known read(ResultSet row, int number) throws SQLException {
        OffsetDateTime onHoldAt = row.getObject("on_hold_at", OffsetDateTime.class);
        return new Known(
                Profile.known(row),
                row.getLong("id"),
                row.getString("hash"),
                row.getString("email"),
                onHoldAt == null ? null : onHoldAt.toInstant(),
                new PostalAddress(
                        row.getString("street_address"),
                        row.getString("supplemental_1"),
                        row.getString("supplemental_2"),
                        row.getString("city"),
                        row.getString("state_province"),
                        row.getString("postal_code"),
                        row.getString("country")));
    }

    boolean isReachedBy(@Nullable String other) {
        return email != null && email.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return masked();
    }
}
