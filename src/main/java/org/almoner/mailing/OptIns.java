package org.almoner.mailing;

import java.time.Clock;
import org.almoner.contact.PersonName;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The contacts that want to get mail. */
@Repository
class OptIns {

    /** Who wants it already stays as they are, and where they came from too. */
    private static final String OPT_IN_HOLDERS =
            """
            update contact set opt_in = true, opt_out = false, do_not_email = false, do_not_solicit = false,
                opt_in_campaign = ?, opt_in_source = ?, opt_in_medium = ?,
                first_name = case when first_name is null and last_name is null then ? else first_name end,
                last_name = case when first_name is null and last_name is null then ? else last_name end,
                updated_at = ?
            where merged_into is null
              and (opt_in is not true or opt_out or do_not_email or do_not_solicit)
              and id in (select contact_id from contact_email where lower(email) = lower(?) and is_primary)
            """;

    private static final String KEEP_ORIGIN =
            "update contact set opt_in_campaign = ?, opt_in_source = ?, opt_in_medium = ? where id = ?";

    private final UnitOfWork unit;
    private final Clock clock;

    OptIns(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** Of the address. Anybody can type in an address, so names only go where there are none. */
    void addHolders(OptIn wish) {
        PersonName name = wish.person().name();
        unit.write(
                OPT_IN_HOLDERS,
                wish.campaign(),
                wish.source(),
                wish.medium(),
                name.isWhole() ? name.firstName() : null,
                name.isWhole() ? name.lastName() : null,
                clock.instant(),
                wish.email());
    }

    void addOrigin(long contactId, OptIn wish) {
        unit.write(KEEP_ORIGIN, wish.campaign(), wish.source(), wish.medium(), contactId);
    }

    void addHolders(String email) {
        unit.write(OPT_IN_HOLDERS, null, null, null, null, null, clock.instant(), email);
    }
}
