package org.almoner.batch.expiry;

import java.time.Clock;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** Payments that should expire and cannot. One of them stops no run. */
@Repository
class SetAside {

    private static final String ADD =
            """
            insert into expiry_set_aside as known (transaction_id, reason, first_at, last_at)
            select ?, ?, now.at, now.at from (select ?::timestamptz as at) as now
            on conflict (transaction_id) do update
                set reason = excluded.reason, tries = known.tries + 1, last_at = excluded.last_at
            """;

    private final UnitOfWork unit;
    private final Clock clock;

    SetAside(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    void add(String transactionId, String reason) {
        unit.write(ADD, transactionId, reason, clock.instant());
    }
}
