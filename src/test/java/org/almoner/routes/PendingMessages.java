package org.almoner.routes;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What front ends told of payments whose donors are at a gateway. */
record PendingMessages(JdbcClient sql, String gateway) {

    /** @param more fields of the message, in single quotes */
    void add(String orderId, String more) {
        String message =
                "{'gateway':'%s','order_id':'%s','gateway_txn_id':false,'contribution_tracking_id':'%s','gateway_session_id':'S-1','email':'asha@example.in','user_ip':'203.0.113.9','payment_method':'cc','date':1788350000%s}"
                        .formatted(
                                gateway, orderId, orderId.replaceFirst("\\..*", ""), more.isEmpty() ? "" : "," + more)
                        .replace('\'', '"');
        sql.sql(
                        """
                        insert into pending_payment (date, gateway, order_id, gateway_txn_id, payment_method, message)
                        values (to_timestamp(1788350000), ?, ?, '', 'cc', ?)
                        """)
                .params(gateway, orderId, message)
                .update();
    }

    String message(String orderId) {
        return sql.sql("select message from pending_payment where order_id = ?")
                .param(orderId)
                .query(String.class)
                .single();
    }

    boolean isResolved(String orderId) {
        return sql.sql("select resolved_at is not null from pending_payment where order_id = ?")
                .param(orderId)
                .query(Boolean.class)
                .single();
    }

    /** By what name the gateway has captured it for us, if it has. */
    Optional<String> capturedAs(String orderId) {
        return sql.sql("select gateway_txn_id from pending_payment where order_id = ? and captured_at is not null")
                .param(orderId)
                .query(String.class)
                .optional();
    }
}
