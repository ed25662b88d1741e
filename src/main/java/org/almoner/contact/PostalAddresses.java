package org.almoner.contact;

import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Where the contacts live: one address of each is the primary one, to which letters go. */
@Repository
public class PostalAddresses {

    private final UnitOfWork unit;

    PostalAddresses(UnitOfWork unit) {
        this.unit = unit;
    }

    void addFirst(long contactId, PostalAddress address) {
        unit.write(
                """
                insert into contact_address (contact_id, street_address, supplemental_1, supplemental_2, city,
                    state_province, postal_code, country, is_primary)
                values (?, ?, ?, ?, ?, ?, ?, ?, true)
                """,
                columns(contactId, address));
    }

    /** As a whole: a new street in the old city would be an address that nobody ever gave. */
    void replacePrimary(long contactId, PostalAddress address) {
        unit.write(
                """
                insert into contact_address (contact_id, street_address, supplemental_1, supplemental_2, city,
                    state_province, postal_code, country, is_primary)
                select ?, ?, ?, ?, ?, ?, ?, ?, true
                on conflict (contact_id) where is_primary do update set
                    street_address = excluded.street_address,
                    supplemental_1 = excluded.supplemental_1,
                    supplemental_2 = excluded.supplemental_2,
                    city = excluded.city,
                    state_province = excluded.state_province,
                    postal_code = excluded.postal_code,
                    country = excluded.country
                """,
                columns(contactId, address));
    }

    /** Where nothing but the country is known; the street in another country stays as a further address. */
    public void makeCountryPrimary(long contactId, String country, String locationType) {
        unit.write(
                """
                update contact_address set is_primary = false
                where contact_id = ? and is_primary and location_type <> ?
                """,
                contactId,
                locationType);
        unit.write(
                """
                insert into contact_address (contact_id, country, location_type, is_primary) select ?, ?, ?, true
                on conflict (contact_id, location_type) do update set country = excluded.country, is_primary = true
                """,
                contactId,
                country,
                locationType);
    }

    private static @Nullable Object[] columns(long contactId, PostalAddress address) {
        return new @Nullable Object[] {
            contactId,
            address.streetAddress(),
            address.supplemental1(),
            address.supplemental2(),
            address.city(),
            address.stateProvince(),
            address.postalCode(),
            address.country()
        };
    }
}
