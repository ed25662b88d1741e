package org.almoner.tracking;

import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The segments of each visit's utm_source. */
@Repository
class ContributionSources {

    private final UnitOfWork unit;

    ContributionSources(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Only what the tracking row has taken over: an audit of a known visit leaves both rows as they are. */
    void keep(ContributionTracking tracking) {
        ContributionSource source = tracking.source().contributionSource();
        if (source == null) {
            return;
        }
        unit.write(
                """
                insert into contribution_source (contribution_tracking_id, banner, landing_page, payment_method)
                select id, ?, ?, ? from contribution_tracking where id = ? and utm_source = ?
                on conflict (contribution_tracking_id) do update set
                    banner = excluded.banner,
                    landing_page = excluded.landing_page,
                    payment_method = excluded.payment_method
                """,
                source.banner(),
                source.landingPage(),
                source.paymentMethod(),
                tracking.id(),
                tracking.utmSource());
    }
}
