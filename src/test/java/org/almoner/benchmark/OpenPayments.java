package org.almoner.benchmark;

import java.sql.SQLException;

/** Payments of four events, every other one of which was left in the middle; and what became of them. */
final class OpenPayments {

    private static final String ADD =
            """
            with payment as materialized (
                select md5('payment %d ' || n) as id, n %% 2 = 0 as is_open, now() - interval '1 d' + n * interval '10 us' as at
                from generate_series(1, %d) as n),
            event as (
                insert into transaction_event (id, transaction_id, number, event_code, created_at, data)
                select gen_random_uuid(), id, number, 'TRANSACTION_' || code || '_EVENT', at, data::jsonb
                from payment join (values
                    (true, 1, 'ACTIVATED', '{"paymentNotices":[{"paymentToken":"token","amount":100}],"clientId":"CHECKOUT"}'),
                    (true, 2, 'AUTHORIZATION_REQUESTED', '{"amount":100,"fee":20,"paymentGateway":"NPG"}'),
                    (true, 3, 'AUTHORIZATION_COMPLETED', '{"transactionGatewayAuthorizationData":{"operationResult":"EXECUTED"}}'),
                    (true, 4, 'CLOSURE_REQUESTED', '{}'),
                    (false, 1, 'ACTIVATED', '{"paymentNotices":[{"paymentToken":"token","amount":100}],"clientId":"CHECKOUT"}'),
                    (false, 2, 'USER_CANCELED', '{}'),
                    (false, 3, 'CLOSURE_ERROR', '{}'),
                    (false, 4, 'CLOSED', '{"responseOutcome":"OK"}')) as story (is_open, number, code, data) using (is_open))
            insert into transaction_view (transaction_id, status, created_at, last_event_at, event_count)
            select id, case when is_open then 'CLOSURE_REQUESTED' else 'CANCELED' end, at, at, 4 from payment
            """;

    /** The same rows as Almoner writes; what it cannot do is decide by the events. */
    private static final String EXPIRE =
            """
            with open as materialized (
                select transaction_id, gen_random_uuid() as id, row_number() over (order by created_at) as place
                from transaction_view where status = 'CLOSURE_REQUESTED'),
            event as (
                insert into transaction_event (id, transaction_id, number, event_code, created_at, data)
                select id, transaction_id, 5, 'TRANSACTION_EXPIRED_EVENT', now(), '{"statusBeforeExpiration":"CLOSURE_REQUESTED"}'
                from open),
            shown as (
                update transaction_view as view set status = 'EXPIRED', last_event_at = now(), event_count = 5,
                    decide_by = now() + interval '1 d'
                from open where view.transaction_id = open.transaction_id)
            insert into outbox (queue, body, due_at)
            select 'transactions-expired', convert_to(format('{"event":{"_class":"%s","id":"%s","transactionId":"%s",'
                || '"creationDate":"%s","data":{"statusBeforeExpiration":"CLOSURE_REQUESTED"},"eventCode":"%s"},'
                || '"tracingInfo":{"traceparent":"%s","tracestate":null,"baggage":null}}',
                'it.pagopa.ecommerce.commons.documents.v2.TransactionExpiredEvent', id, transaction_id, now(),
                'TRANSACTION_EXPIRED_EVENT', '00-' || transaction_id || '-' || left(transaction_id, 16) || '-01'), 'UTF8'),
                now() + place * interval '7 ms'
            from open
            """;

    private final Stores stores;
    private int batches;

    OpenPayments(Stores stores) {
        this.stores = stores;
    }

    /** New ones each time: messages about those before may still be on their way, and would expire them too. */
    void add(int count) throws SQLException {
        stores.execute(ADD.formatted(batches++, count));
        stores.execute("analyze transaction_event, transaction_view");
        stores.execute("checkpoint");
    }

    void clear() throws SQLException {
        stores.execute("truncate transaction_event, transaction_view, outbox, expiry_run");
        stores.execute("vacuum analyze");
    }

    /** @return how many a second */
    double expireAtOnce() throws SQLException {
        long start = System.nanoTime();
        stores.execute(EXPIRE);
        return stores.count("select count(*) from outbox") * 1e9 / (System.nanoTime() - start);
    }

    long expired() throws SQLException {
        return stores.count("select coalesce(sum(expired), 0) from expiry_run");
    }

    /** Of the run that expired something, by its own record. */
    double expiredPerSecond() throws SQLException {
        return stores.count(
                        "select (sum(expired) * 1000 / sum(extract(epoch from duration)))::bigint from expiry_run where expired > 0")
                / 1e3;
    }
}
