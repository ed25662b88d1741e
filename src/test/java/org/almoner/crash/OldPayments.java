package org.almoner.crash;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Payments that ended years ago, each with four events, and where they are: here, in history, or torn. */
final class OldPayments {

    private static final String ADD =
            """
            with payment as (
                select md5('payment ' || n) as id, timestamptz '2020-02-29 12:00Z' + n * interval '1 s' as at
                from generate_series(1, %d) as n),
            event as (
                insert into transaction_event (id, transaction_id, number, event_code, created_at)
                select gen_random_uuid(), id, number, 'TRANSACTION_ACTIVATED_EVENT', at
                from payment, generate_series(1, 4) as number)
            insert into transaction_view (transaction_id, status, created_at, last_event_at, event_count)
            select id, 'NOTIFIED_OK', at, at, 4 from payment
            """;

    private static final String NOT_WHOLE_IN_ONE_PLACE =
            """
            select count(*) from (select md5('payment ' || n) as id from generate_series(1, %d) as n) as payment
            where (
                (select count(*) from transaction_view where transaction_id = payment.id),
                (select count(*) from transaction_event where transaction_id = payment.id),
                (select count(*) from transaction_view_history where transaction_id = payment.id),
                (select count(*) from transaction_event_history where transaction_id = payment.id)
            ) not in ((1, 4, 0, 0), (0, 0, 1, 4))
            """;

    private final Stores stores;
    private final int count;

    OldPayments(Stores stores, int count) {
        this.stores = stores;
        this.count = count;
        stores.execute(ADD.formatted(count));
    }

    /** Those that are lost, in two places, or in none as a whole. */
    long torn() {
        return stores.number(NOT_WHOLE_IN_ONE_PLACE.formatted(count));
    }

    long here() {
        return stores.number("select count(*) from transaction_view");
    }

    void awaitMoved(Duration atMost) {
        Awaitility.await("all moved").atMost(atMost).until(() -> here() == 0);
    }
}
