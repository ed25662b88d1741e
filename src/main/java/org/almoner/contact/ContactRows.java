package org.almoner.contact;

import java.time.Clock;
import org.almoner.queue.Ids;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The rows of the contacts themselves. */
@Repository
class ContactRows {

    private static final String ADD =
            """
            insert into contact (
                first_name, middle_name, last_name, first_name_phonetic, last_name_phonetic, prefix, suffix, addressee,
                organization_name, partner_name, legal_identifier, employer_name, employer_id, preferred_language,
                paypal_payer_id, venmo_user_name, external_identifier, opt_in, opt_out, do_not_email, do_not_solicit,
                id, source, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                coalesce(?, false), coalesce(?, false), coalesce(?, false), ?, ?, ?, ?)
            """;

    /** Only what is told: somebody else may change the rest at the same time. */
    private static final String UPDATE =
            """
            update contact set
                first_name = coalesce(?, first_name),
                middle_name = coalesce(?, middle_name),
                last_name = coalesce(?, last_name),
                first_name_phonetic = coalesce(?, first_name_phonetic),
                last_name_phonetic = coalesce(?, last_name_phonetic),
                prefix = coalesce(?, prefix),
                suffix = coalesce(?, suffix),
                addressee = coalesce(?, addressee),
                organization_name = coalesce(?, organization_name),
                partner_name = coalesce(?, partner_name),
                legal_identifier = coalesce(?, legal_identifier),
                employer_name = coalesce(?, employer_name),
                employer_id = coalesce(?, employer_id),
                preferred_language = coalesce(?, preferred_language),
                paypal_payer_id = coalesce(?, paypal_payer_id),
                venmo_user_name = coalesce(?, venmo_user_name),
                external_identifier = coalesce(?, external_identifier),
                opt_in = coalesce(?, opt_in),
                opt_out = coalesce(?, opt_out),
                do_not_email = coalesce(?, do_not_email),
                do_not_solicit = coalesce(?, do_not_solicit),
                updated_at = ?
            where id = ?
            """;

    private static final String TAKE_LANGUAGE_OF_VISIT =
            """
            update contact set preferred_language = case visit.language when 'es-419' then 'es_MX'
                else replace(visit.language, '-', '_') end
            from contribution_tracking as visit
            where contact.id = ? and visit.id = ? and contact.preferred_language is null and visit.language <> ''
            """;

    private final UnitOfWork unit;
    private final Ids ids;
    private final Clock clock;

    ContactRows(UnitOfWork unit, Ids ids, Clock clock) {
        this.unit = unit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Its id, by which other rows can refer to it before it is sent. */
    long add(Profile told, String source) {
        long id = ids.next("contact_id");
        var now = clock.instant();
        unit.write(ADD, told.columnsAnd(id, source, now, now));
        return id;
    }

    void update(long contactId, Profile told) {
        unit.write(UPDATE, told.columnsAnd(clock.instant(), contactId));
    }

    void setLegalIdentifier(long contactId, String legalIdentifier) {
        unit.write(
                "update contact set legal_identifier = ?, updated_at = ? where id = ?",
                legalIdentifier,
                clock.instant(),
                contactId);
    }

    /** Unless one is known. */
    void takeLanguageOfVisit(long contactId, long contributionTrackingId) {
        unit.write(TAKE_LANGUAGE_OF_VISIT, contactId, contributionTrackingId);
    }
}
