package org.almoner.recurring;

import java.util.Optional;
import org.almoner.queue.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The contributions, as far as recurring gifts need them: those that they follow, and those that they are paid by. */
@Repository
class Instalments {

    /** The contribution that a visit to a donation form led to. */
    record SingleGift(long contactId, @Nullable String paymentInstrument) {}

    /**
     * What is known of how a recurring gift came about.
     *
     * @param contributionId the first one
     */
    record Origin(@Nullable Long contributionTrackingId, long contributionId) {}

    private final UnitOfWork unit;

    Instalments(UnitOfWork unit) {
        this.unit = unit;
    }

    Optional<SingleGift> ofVisit(@Nullable Long contributionTrackingId) {
        if (contributionTrackingId == null) {
            return Optional.empty();
        }
        return unit
                .read(
                        """
                        select contact_id, payment_instrument from contribution
                        where contribution_tracking_id = ? order by id limit 1
                        """,
                        (row, n) -> new SingleGift(row.getLong(1), row.getString(2)),
                        contributionTrackingId)
                .stream()
                .findFirst();
    }

    /** Nothing of a recurring gift that has not been paid yet. */
    Optional<Origin> origin(long contributionRecurId) {
        return unit
                .read(
                        """
                        select min(contribution_tracking_id), min(id) from contribution
                        where contribution_recur_id = ? having count(*) > 0
                        """,
                        (row, n) -> new Origin(row.getObject(1, Long.class), row.getLong(2)),
                        contributionRecurId)
                .stream()
                .findFirst();
    }
}
