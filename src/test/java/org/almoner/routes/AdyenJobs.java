package org.almoner.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of Adyen's jobs, with what they go by. */
record AdyenJobs(TestQueue queue, StringRedisTemplate redis, JdbcClient sql, ObjectMapper json) {

    void pending(String order) {
        pending(order, Map.of());
    }

    void pending(String order, Map<String, Object> more) {
        var message = json.createObjectNode()
                .put("gateway", "adyen")
                .put("order_id", order)
                .put("gateway_txn_id", false)
                .put("contribution_tracking_id", order.split("\\.")[0])
                .put("gross", "12.50")
                .put("currency", "EUR")
                .put("payment_method", "cc")
                .put("payment_submethod", "visa")
                .put("user_ip", "198.51.100.23")
                .put("recurring", "")
                .put("date", 1788350400)
                .put("email", "j.devries@example.org")
                .put("pending_id", 17)
                .put("captured", true);
        more.forEach((field, value) -> message.set(field, json.valueToTree(value)));
        sql.sql(
                        """
                        insert into pending_payment (date, gateway, order_id, gateway_txn_id, payment_method, message)
                        values (to_timestamp(1788350400), 'adyen', ?, '', 'cc', ?)
                        """)
                .params(order, message.toString())
                .update();
    }

    /** What a filter of the front end has said of it. */
    void risk(String order, int score, Map<String, Integer> breakdown) {
        sql.sql(
                        """
                        insert into payments_fraud (contribution_tracking_id, gateway, order_id, validation_action,
                            payment_method, risk_score, date)
                        values (7, 'adyen', ?, 'process', 'cc', ?, to_timestamp(1788350399))
                        """)
                .params(order, score)
                .update();
        breakdown.forEach((filter, points) -> sql.sql(
                        """
                        insert into payments_fraud_breakdown (payments_fraud_id, filter_name, risk_score)
                        select id, ?, ? from payments_fraud
                        """)
                .params(filter, points)
                .update());
    }

    List<String> calls() {
        return sql.sql("select key from gateway_call order by key")
                .query(String.class)
                .list();
    }

    Map<String, Object> call() {
        return sql.sql("select ask, account, order_id, gateway_txn_id, amount, currency, purpose from gateway_call")
                .query()
                .singleRow();
    }

    Map<String, Object> pendingRow() {
        return sql.sql("select * from pending_payment").query().singleRow();
    }

    ObjectNode pendingMessage() {
        return read((String) Objects.requireNonNull(pendingRow().get("message")));
    }

    /** The gateway has answered: recorded and told, as whoever asks it does. */
    TestQueue answer(String key, String outcome, Map<String, String> detail) {
        sql.sql("update gateway_call set outcome = ?, due_at = null, answered_at = now() where key = ?")
                .params(outcome, key)
                .update();
        var answers = new TestQueue("gateway-answers", redis, sql);
        answers.push(told(
                sql.sql("select * from gateway_call where key = ?")
                        .param(key)
                        .query()
                        .singleRow(),
                outcome,
                detail));
        return answers;
    }

    private String told(Map<String, Object> call, String outcome, Map<String, String> detail) {
        var answer = json.createObjectNode()
                .put("call_key", String.valueOf(call.get("key")))
                .put("gateway", "adyen")
                .put("purpose", String.valueOf(call.get("purpose")))
                .put("outcome", outcome)
                .put("reason", "as it says");
        answer.putObject("payment")
                .put("orderId", (String) call.get("order_id"))
                .put("gatewayTxnId", (String) call.get("gateway_txn_id"));
        answer.set("detail", json.valueToTree(detail));
        answer.set("context", read(String.valueOf(call.get("context"))));
        return answer.toString();
    }

    boolean isEmpty(String list) {
        return sql.sql("select count(*) from outbox where queue = ?")
                                .param(list)
                                .query(Integer.class)
                                .single()
                        == 0
                && Long.valueOf(0).equals(redis.opsForList().size(list));
    }

    /** Whether the only dead letter is to be requeued. */
    boolean isRetried() {
        return sql.sql("select retry_at is not null from dead_letter")
                .query(Boolean.class)
                .single();
    }

    private ObjectNode read(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
