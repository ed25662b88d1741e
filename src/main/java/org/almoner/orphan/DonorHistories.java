package org.almoner.orphan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** What donors have given before, and whether a visit has led to a gift. */
@Repository
class DonorHistories {

    private final UnitOfWork unit;

    DonorHistories(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Of whoever has this e-mail address and this name, both parts of it. */
    History of(BegunPayment payment) {
        return unit.read(
                        """
                        select max(received_at) filter (where status = 'Completed') as latest,
                            count(*) filter (where status = 'Completed') as completed,
                            count(*) filter (where status <> 'Completed') as others
                        from contribution
                        where contribution_recur_id is null and contact_id in (
                            select c.id from contact_email as e
                            join contact as c on c.id = e.contact_id and c.merged_into is null
                            where lower(e.email) = lower(?) and lower(c.first_name) = lower(?)
                                and lower(c.last_name) = lower(?))
                        """,
                        DonorHistories::history,
                        payment.email(),
                        payment.firstName(),
                        payment.lastName())
                .get(0);
    }

    boolean hasContribution(long contributionTrackingId) {
        return !unit.read(
                        "select 1 from contribution where contribution_tracking_id = ? limit 1",
                        (row, n) -> 1,
                        contributionTrackingId)
                .isEmpty();
    }

    private static History history(ResultSet row, int number) throws SQLException {
        OffsetDateTime latest = row.getObject("latest", OffsetDateTime.class);
        return new History(latest == null ? null : latest.toInstant(), row.getInt("completed"), row.getInt("others"));
    }
}
