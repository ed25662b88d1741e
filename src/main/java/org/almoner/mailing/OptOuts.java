package org.almoner.mailing;

import java.time.Clock;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The contacts that want no mail at all. */
@Repository
class OptOuts {

    /** Whoever has opted out before may have done so for another reason than these addresses. */
    private static final String ADD =
            """
            update contact set opt_out = true, updated_at = ?
            where not opt_out and id in (
                select held.contact_id
                from (
                    select lower(?) as address
                    union
                    select lower(own.email)
                    from contribution
                    join contact as donor on donor.id = contribution.contact_id and not donor.opt_out
                    join contact_email as own on own.contact_id = donor.id
                    where contribution.id = ?) as meant
                join contact_email as held on lower(held.email) = meant.address)
            """;

    private final UnitOfWork unit;
    private final Clock clock;

    OptOuts(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** Nothing happens for a contribution that does not exist: the wish cannot be from one of ours. */
    void add(Unsubscribe wish) {
        if (isOfAContribution(wish)) {
            unit.write(ADD, clock.instant(), wish.email(), wish.contributionId());
        } else {
            unit.count("unsubscribe_without_contribution");
        }
    }

    private boolean isOfAContribution(Unsubscribe wish) {
        return !unit.read("select 1 from contribution where id = ?", (row, n) -> 1, wish.contributionId())
                .isEmpty();
    }
}
