package org.almoner.routes;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments as they are kept: events, view, and what is on its way because of them. */
record KeptTransactions(JdbcClient sql) {

    /** Codes without what all of them have in common, in the order of their numbers. */
    List<String> events(String id) {
        return sql.sql(
                        """
                        select number || ' ' || regexp_replace(event_code, 'TRANSACTION_(.*)_EVENT', '\\1')
                        from transaction_event where transaction_id = ? order by number
                        """)
                .param(id)
                .query(String.class)
                .list();
    }

    /** Status, times of the first and the last event, and how many there are. */
    String view(String id) {
        return sql.sql(
                        """
                        select concat_ws(' ', status, to_char(created_at at time zone 'UTC', 'HH24:MI:SS'),
                            to_char(last_event_at at time zone 'UTC', 'HH24:MI:SS'), event_count)
                        from transaction_view where transaction_id = ?
                        """)
                .param(id)
                .query(String.class)
                .single();
    }

    String status(String id) {
        return sql.sql("select status from transaction_view where transaction_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    boolean isUndecided(String id) {
        return sql.sql("select decide_by is not null from transaction_view where transaction_id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
