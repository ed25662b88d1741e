package org.almoner.orphan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.jspecify.annotations.Nullable;

/** A payment of five euros by card at Ingenico, about which nothing is unusual, and changes to it. */
record TestPayment(Map<String, Object> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TestPayment good() {
        return new TestPayment(Map.ofEntries(
                Map.entry("gateway", "ingenico"),
                Map.entry("gateway_session_id", "session-7"),
                Map.entry("gateway_txn_id", "txn-7"),
                Map.entry("order_id", "7.1"),
                Map.entry("contribution_tracking_id", "7"),
                Map.entry("payment_method", "cc"),
                Map.entry("gross", "5.00"),
                Map.entry("currency", "EUR"),
                Map.entry("email", "rowan@example.net")));
    }

    TestPayment with(String field, @Nullable Object value) {
        var others = new HashMap<>(fields);
        if (value == null) {
            others.remove(field);
        } else {
            others.put(field, value);
        }
        return new TestPayment(others);
    }

    TestPayment at(String gateway) {
        return with("gateway", gateway);
    }

    BegunPayment read() {
        return JSON.convertValue(fields, BegunPayment.class);
    }

    static PaymentStatus status(State state, Map<String, BigDecimal> scores) {
        return status(state, "txn-7", scores);
    }

    static PaymentStatus status(State state, @Nullable String gatewayTxnId, Map<String, BigDecimal> scores) {
        return new PaymentStatus(state, null, gatewayTxnId, null, null, null, null, scores, JSON.createObjectNode());
    }
}
