package org.almoner.batch.orphan;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pending payments that wait for too long, and gateways that answer as a test says. */
record TestOrphans(JdbcClient sql, StringRedisTemplate redis, ObjectMapper json) {

    private static final String ANSWERS = "gateway-answers";

    static TestOrphans of(ApplicationContext application) {
        return new TestOrphans(
                application.getBean(JdbcClient.class),
                application.getBean(StringRedisTemplate.class),
                application.getBean(ObjectMapper.class));
    }

    /** A payment by card at Ingenico, an hour old, with an e-mail address of its own. */
    ObjectNode payment(String order) {
        String visit = order.substring(0, order.indexOf('.'));
        return json.createObjectNode()
                .put("gateway", "ingenico")
                .put("gateway_account", "default")
                .put("gateway_session_id", "session-" + order)
                .put("gateway_txn_id", false)
                .put("order_id", order)
                .put("contribution_tracking_id", visit)
                .put("gross", "5.00")
                .put("currency", "EUR")
                .put("country", "NL")
                .put("payment_method", "cc")
                .put("payment_submethod", "visa")
                .put("email", "donor-" + order + "@example.net")
                .put("first_name", "Rowan")
                .put("last_name", "Blake")
                .put("user_ip", "192.0.2.44")
                .put("date", 1788350400);
    }

    long add(ObjectNode payment) {
        return add(payment, Duration.ofHours(1));
    }

    long add(ObjectNode payment, Duration age) {
        return sql.sql(
                        """
                        insert into pending_payment (date, gateway, order_id, gateway_txn_id, payment_method, message)
                        values (now() - ?::interval, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        age.toString(),
                        payment.path("gateway").asText(),
                        payment.path("order_id").textValue(),
                        payment.path("gateway_txn_id").asText("").replace("false", ""),
                        payment.path("payment_method").textValue(),
                        payment.toString())
                .query(Long.class)
                .single();
    }

    /** All that gateways were to be asked since the test began, in that order. */
    List<String> calls() {
        return sql.sql(
                        "select ask || ' ' || coalesce(gateway_txn_id, order_id) from gateway_call order by intended_at, key")
                .query(String.class)
                .list();
    }

    /** The gateway says how a payment stands, its card checked and well. */
    void saysOf(String order, String state) {
        saysOf(order, state, Map.of("cvv", 0));
    }

    void saysOf(String order, String state, Map<String, Integer> scores) {
        var detail = json.createObjectNode().put("state", state).put("gateway_txn_id", "txn-" + order);
        detail.set("risk_scores", json.valueToTree(scores));
        answer("STATUS", order, "DONE", detail);
    }

    void does(String ask, String order) {
        answer(ask, order, "DONE", json.createObjectNode());
    }

    void answer(String ask, String order, String outcome) {
        answer(ask, order, outcome, json.createObjectNode());
    }

    /** To the last such call about the order. */
    void answer(String ask, String order, String outcome, ObjectNode detail) {
        tell(answerTo(ask, order, outcome, detail));
    }

    ObjectNode answerTo(String ask, String order, String outcome, ObjectNode detail) {
        var call = sql.sql(
                        "select * from gateway_call where ask = ? and order_id = ? order by intended_at desc limit 1")
                .params(ask, order)
                .query()
                .singleRow();
        sql.sql("update gateway_call set due_at = null, outcome = ?, answered_at = now() where key = ?")
                .params(outcome, call.get("key"))
                .update();
        var answer = json.createObjectNode()
                .put("call_key", (String) call.get("key"))
                .put("gateway", (String) call.get("gateway"))
                .put("purpose", (String) call.get("purpose"))
                .put("outcome", outcome)
                .put("reason", outcome.equals("DONE") ? "" : "for a reason");
        answer.putObject("payment").put("orderId", order);
        answer.set("detail", detail);
        answer.set("context", read(String.valueOf(call.get("context"))));
        return answer;
    }

    /** Returns when it has been dealt with. */
    void tell(ObjectNode... answers) {
        int expected = dealtWith() + answers.length;
        for (var answer : answers) {
            redis.opsForList().rightPush(ANSWERS, answer.toString());
        }
        await(ANSWERS).until(() -> dealtWith() >= expected);
    }

    int dealtWith() {
        return receipts(ANSWERS);
    }

    int receipts(String queue) {
        return sql.sql("select coalesce(sum(handled + duplicate + dead), 0) from claim_receipt where queue = ?")
                .param(queue)
                .query(Integer.class)
                .single();
    }

    /** As if the time had come to look at all of them again. */
    void passTime() {
        sql.sql("update orphan set look_again_at = now() - interval '1 second' where look_again_at is not null")
                .update();
    }

    String stateOf(long pendingId) {
        return sql.sql("select concat_ws(' ', state, decision) from orphan where pending_id = ?")
                .param(pendingId)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /** {@code open}, {@code resolved} or {@code gone}. */
    String pending(long pendingId) {
        return sql.sql(
                        "select case when resolved_at is null then 'open' else 'resolved' end from pending_payment where id = ?")
                .param(pendingId)
                .query(String.class)
                .optional()
                .orElse("gone");
    }

    List<JsonNode> sent(String queue) {
        return Objects.requireNonNull(redis.opsForList().range(queue, 0, -1)).stream()
                .map(this::read)
                .toList();
    }

    JsonNode onlyDonation() {
        await("donations").until(() -> sent("donations").size() == 1);
        return sent("donations").get(0);
    }

    /** What the front ends are told that was decided, and what came of it. */
    String outcome() {
        return one("select string_agg(validation_action || ' ' || payments_final_status, ', ') from payments_initial");
    }

    String one(String query) {
        return Objects.requireNonNull(sql.sql(query).query(String.class).single());
    }

    /** With a gift of so long ago, or without one. */
    void knows(String email, @Nullable Duration giftBefore, String status) {
        sql.sql(
                        """
                        with known as (
                            insert into contact (first_name, last_name, created_at, updated_at)
                            values ('Rowan', 'Blake', now(), now()) returning id),
                        reached as (
                            insert into contact_email (contact_id, email, is_primary) select id, ?, true from known)
                        insert into contribution (contact_id, gateway, trxn_id, received_at, currency, gross, fee, net,
                            original_currency, original_gross, status, financial_type, payment_instrument)
                        select id, 'adyen', 'ADYEN ' || gen_random_uuid(), now() - ?::interval, 'USD', 5, 0, 5, 'USD', 5, ?,
                            'Cash', 'Credit Card: Visa'
                        from known where ?::interval is not null
                        """)
                .param(email)
                .param(giftBefore == null ? null : giftBefore.toString())
                .param(status)
                .param(giftBefore == null ? null : giftBefore.toString())
                .update();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
