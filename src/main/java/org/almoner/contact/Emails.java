package org.almoner.contact;

import java.time.Instant;
import java.util.List;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The e-mail addresses of the contacts: one of each is the primary one, to which mail goes. */
@Repository
public class Emails {

    /** The kind of address that a bank account was registered with. */
    static final String OF_BANK_ACCOUNT = "ACH";

    private final UnitOfWork unit;

    Emails(UnitOfWork unit) {
        this.unit = unit;
    }

    public boolean hasAny(long contactId) {
        return !unit.read("select 1 from contact_email where contact_id = ? limit 1", (row, n) -> 1, contactId)
                .isEmpty();
    }

    /** The contacts whose mail goes to an address. */
    public List<Long> primaryHolders(String email) {
        return unit.read(
                """
                select contact_id from contact_email
                join contact on contact.id = contact_id and merged_into is null
                where lower(email) = lower(?) and is_primary
                order by contact_id
                """,
                (row, n) -> row.getLong(1),
                email);
    }

    /** As an address of anybody, primary or not. */
    public boolean isKnown(String email) {
        return !unit.read("select 1 from contact_email where lower(email) = lower(?) limit 1", (row, n) -> 1, email)
                .isEmpty();
    }

    void addFirst(long contactId, String email, String locationType) {
        unit.write(
                "insert into contact_email (contact_id, email, location_type, is_primary) values (?, ?, ?, true)",
                contactId,
                email,
                locationType);
    }

    /** As the primary one where there is no other. */
    void addUnlessThere(long contactId, String email, String locationType) {
        unit.write(
                """
                insert into contact_email (contact_id, email, location_type, is_primary)
                select ?, ?, ?, not exists (select from contact_email where contact_id = ? and is_primary)
                on conflict (contact_id, lower(email)) do nothing
                """,
                contactId,
                email,
                locationType,
                contactId);
    }

    public void makePrimary(long contactId, String email, String locationType) {
        unit.write(
                """
                update contact_email set is_primary = false
                where contact_id = ? and is_primary and lower(email) <> lower(?)
                """,
                contactId,
                email);
        unit.write(
                """
                insert into contact_email (contact_id, email, location_type, is_primary) select ?, ?, ?, true
                on conflict (contact_id, lower(email)) do update set is_primary = true
                """,
                contactId,
                email,
                locationType);
    }

    public void remove(long contactId, String email) {
        unit.write("delete from contact_email where contact_id = ? and lower(email) = lower(?)", contactId, email);
    }

    /** Who uses an address after mail to it came back says that it works. */
    void release(long contactId, String email, Instant usedAt) {
        unit.write(
                """
                update contact_email set on_hold_at = null
                where contact_id = ? and lower(email) = lower(?) and on_hold_at < ?
                """,
                contactId,
                email,
                usedAt);
    }
}
