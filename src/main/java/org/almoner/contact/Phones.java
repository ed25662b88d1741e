package org.almoner.contact;

import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The telephones of the contacts. */
@Repository
class Phones {

    private final UnitOfWork unit;

    Phones(UnitOfWork unit) {
        this.unit = unit;
    }

    /** The same one by its number or by its recipient id; another one is added. */
    void keep(long contactId, Reach told, String source) {
        unit.write(
                """
                with known as (
                    update contact_phone set
                        phone = coalesce(told.phone, contact_phone.phone),
                        recipient_id = coalesce(told.recipient_id, contact_phone.recipient_id),
                        sms_opt_in = coalesce(told.sms_opt_in, contact_phone.sms_opt_in)
                    from (select ?::bigint, ?::text, ?::text, ?::bigint, ?::boolean)
                        as told (contact_id, phone, digits, recipient_id, sms_opt_in)
                    where contact_phone.contact_id = told.contact_id
                        and (contact_phone.digits = told.digits or contact_phone.recipient_id = told.recipient_id)
                    returning 1)
                insert into contact_phone (contact_id, phone, source, recipient_id, sms_opt_in, is_primary)
                select ?, ?, ?, ?::bigint, ?::boolean,
                    not exists (select from contact_phone where contact_id = ? and is_primary)
                where not exists (select from known)
                """,
                contactId,
                told.phone(),
                told.digits(),
                told.recipientId(),
                told.smsOptIn(),
                contactId,
                told.phone(),
                source,
                told.recipientId(),
                told.smsOptIn(),
                contactId);
    }
}
