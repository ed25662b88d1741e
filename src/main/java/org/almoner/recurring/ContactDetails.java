package org.almoner.recurring;

import org.almoner.contact.PostalAddress;
import org.almoner.queue.Forwarded;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is known already of how donors are reached: what a gateway repeats with each payment is no news. */
@Repository
class ContactDetails {

    /** The fields of a message that tell an address. */
    private static final String[] ADDRESS = {
        "street_address",
        "supplemental_address_1",
        "supplemental_address_2",
        "city",
        "state_province",
        "postal_code",
        "country"
    };

    /** @param lacksStreet in the country that the message tells */
    private record Known(boolean hasEmail, boolean hasAddress, boolean lacksStreet) {

        /** Only an address that is better than ours. */
        boolean wantsAddress(@Nullable String street) {
            return !hasAddress || (lacksStreet && street != null);
        }
    }

    private final UnitOfWork unit;

    ContactDetails(UnitOfWork unit) {
        this.unit = unit;
    }

    /** A message that repeats what we know must not undo what the donor told us since. */
    Forwarded leaveOut(Forwarded message, long contactId, PostalAddress told) {
        var known = of(contactId, told.country());
        if (known.hasEmail()) {
            message.without("email");
        }
        return known.wantsAddress(told.streetAddress()) ? message : message.without(ADDRESS);
    }

    private Known of(long contactId, @Nullable String country) {
        return unit.read(
                        """
                        select exists (select from contact_email where contact_id = told.contact_id),
                            exists (select from contact_address where contact_id = told.contact_id),
                            exists (select from contact_address where contact_id = told.contact_id
                                and contact_address.country = told.country and coalesce(street_address, '') = '')
                        from (select ?::bigint as contact_id, ?::text as country) as told
                        """,
                        (row, n) -> new Known(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)),
                        contactId,
                        country)
                .get(0);
    }
}
