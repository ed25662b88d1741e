package org.almoner.mailing;

import java.time.Clock;
import java.time.LocalDate;
import org.almoner.contact.Proofs;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What the contacts have chosen to get from us. */
@Repository
class Subscribers {

    private static final String READ =
            """
            with recursive merged (id, merged_into) as (
                select id, merged_into from contact where id = ?
                union all select next.id, next.merged_into from merged
                join contact as next on next.id = merged.merged_into)
            select c.id, coalesce(c.opt_in, false) and not c.opt_out as is_opted_in,
                coalesce(not c.opt_in, false) as is_refusing,
                exists (select from activity where contact_id = c.id and type = 'Double Opt-In') as has_confirmed,
                c.preferred_language, e.email, e.location_type, e.snooze_until, a.country
            from merged
            join contact as c on c.id = merged.id and c.merged_into is null
            left join contact_email as e on e.contact_id = c.id and e.is_primary
            left join contact_address as a on a.contact_id = c.id and a.is_primary
            """;

    private final UnitOfWork unit;
    private final Proofs proofs;
    private final Clock clock;

    Subscribers(UnitOfWork unit, Proofs proofs, Clock clock) {
        this.unit = unit;
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * The contact that a link was made for, or the one that it was merged into. Links in old mails go on working.
     *
     * @throws InvalidMessage when the link was made for somebody else, or by somebody else
     */
    Subscriber provenBy(long contactId, String checksum) {
        if (!proofs.wasProven(contactId, checksum)) {
            throw new InvalidMessage("checksum is not one of contact " + contactId);
        }
        return unit.read(READ, Subscriber::read, contactId).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidMessage("contact %d is merged into none".formatted(contactId)));
    }

    /** Who wants mail again takes back that they wanted none; who refuses it may have done so before, for good. */
    void answer(long contactId, boolean sendEmail) {
        unit.write(
                "update contact set opt_in = ?, opt_out = opt_out and not ?, updated_at = ? where id = ?",
                sendEmail,
                sendEmail,
                clock.instant(),
                contactId);
    }

    void speak(long contactId, String language) {
        unit.write(
                "update contact set preferred_language = ?, updated_at = ? where id = ?",
                language,
                clock.instant(),
                contactId);
    }

    void snooze(long contactId, LocalDate until) {
        unit.write("update contact_email set snooze_until = ? where contact_id = ? and is_primary", until, contactId);
    }
}
