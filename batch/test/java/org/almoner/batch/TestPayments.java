package org.almoner.batch;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments in the tables, some of them old, for those who only move rows. */
record TestPayments(JdbcClient sql) {

    /** With four events, the last one at the given time. */
    void add(int number, String status, String lastEventAt) {
        add(number, number, status, lastEventAt);
    }

    /** @param first names the oldest one: each has its last event a minute after that of the one before */
    void add(int first, int last, String status, String lastEventAt) {
        sql.sql(
                        """
                        insert into transaction_view (transaction_id, status, created_at, last_event_at, event_count)
                        select lpad(n::text, 32, '0'), ?, at, at + (n - ?) * interval '1 minute', 4
                        from generate_series(?, ?) as n, cast(? as timestamptz) as at
                        """)
                .params(status, first, first, last, lastEventAt)
                .update();
        sql.sql(
                        """
                        insert into transaction_event (id, transaction_id, number, event_code, created_at, data)
                        select gen_random_uuid(), transaction_id, number, 'TRANSACTION_ACTIVATED_EVENT', last_event_at,
                            jsonb_build_object('n', number)
                        from transaction_view, generate_series(1, 4) as number
                        where transaction_id between lpad(?::text, 32, '0') and lpad(?::text, 32, '0')
                        """)
                .params(first, last)
                .update();
    }

    List<Integer> here() {
        return numbers("select transaction_id from transaction_view order by 1");
    }

    List<Integer> inHistory() {
        return numbers("select transaction_id from transaction_view_history order by 1");
    }

    /** Those of which not every event is where their view is, or one is in two places. */
    List<Integer> torn() {
        return numbers(
                """
                select transaction_id from (
                    select transaction_id from transaction_view
                    union all select transaction_id from transaction_view_history) as payment
                group by transaction_id
                having count(*) <> 1
                    or (select count(*) from transaction_event as e where e.transaction_id = payment.transaction_id)
                        <> 4 * (select count(*) from transaction_view as v where v.transaction_id = payment.transaction_id)
                    or (select count(*) from transaction_event_history as h where h.transaction_id = payment.transaction_id)
                        <> 4 * (select count(*) from transaction_view_history as v
                            where v.transaction_id = payment.transaction_id)
                """);
    }

    private List<Integer> numbers(String query) {
        return sql.sql(query).query(String.class).list().stream()
                .map(Integer::valueOf)
                .toList();
    }
}
