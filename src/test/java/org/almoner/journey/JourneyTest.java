package org.almoner.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A payment's way, from the donor's leaving for the gateway to the donation and what is still to come. */
@AlmonerTest
class JourneyTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"880001.1", "JOURNEYTXN", "880001"})
    void isFoundByAnyOfItsNames(String id) {
        push(
                "pending",
                """
                {"gateway":"adyen","order_id":"880001.1","gateway_txn_id":"","date":1788350400,"email":"canary@example.org",
                 "contribution_tracking_id":880001,"payment_method":"cc"}
                """);
        push(
                "payments-antifraud",
                """
                {"gateway":"adyen","order_id":"880001.1","contribution_tracking_id":880001,"validation_action":"process",
                 "risk_score":12.5,"score_breakdown":{"getCVVResult":12.5},"user_ip":"203.0.113.77","payment_method":"cc",
                 "server":"payments1001","date":1788350401}
                """);
        tell();
        sql.sql(
                        """
                        insert into dead_letter (queue, body, body_sha256, order_id, gateway_txn_id, kind, error, first_error,
                            trace, attempts, state, first_failed_at, failed_at)
                        values ('refund', 'x', 'x', null, 'JOURNEYTXN', 'invalid', 'gross is missing', '', '', 2, 'kept', now(), now())
                        """)
                .update();
        sql.sql("insert into outbox (queue, body, due_at) values ('payments-init', ?, now() + interval '1 hour')")
                .param("{\"order_id\":\"880001.1\"}".getBytes(UTF_8))
                .update();

        var journey = ask(id, AlmonerTest.PRIMARY_KEY).getBody();

        assertThat(whats(journey))
                .containsSubsequence(
                        "pending_payment",
                        "payments_fraud",
                        "CAPTURE",
                        "CAPTURE intended",
                        "dead letter of refund",
                        "waits for payments-init")
                .contains("pending handled");
        assertThat(String.valueOf(journey)).doesNotContain("canary", "203.0.113");
    }

    @Test
    void isNothingForAStranger() {
        assertThat(ask("' or 1=1 --", AlmonerTest.PRIMARY_KEY).getBody()).isEmpty();
    }

    @Test
    void isShownToThoseWhoKnowAKey() {
        assertThat(ask("880001.1", "guessed").getStatusCode().value()).isEqualTo(401);
    }

    /** Sequential scans are forbidden here, so that one is left only where there is no index. */
    @ParameterizedTest
    @ValueSource(strings = {"names.sql", "steps.sql"})
    void readsNoTableFromEndToEnd(String file) throws Exception {
        var text = Files.readString(Path.of("src/main/resources/org/almoner/journey", file))
                .replaceAll("--[^\\n]*", " ")
                .replaceFirst("\\?", "array['1.1']")
                .replaceFirst("\\?", "array['T']")
                .replaceFirst("\\?", "array['1']");

        var plan = explain(text);

        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    private String explain(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("begin; set local enable_seqscan = off");
            var lines = new StringBuilder();
            try (var plan = statement.executeQuery("explain (costs off) " + query)) {
                while (plan.next()) {
                    lines.append(plan.getString(1)).append('\n');
                }
            }
            statement.execute("rollback");
            return lines.toString();
        }
    }

    private void tell() {
        sql.sql(
                        """
                        insert into notification (id, gateway, received_at, handled_at, headers, body, body_sha256, verdict, reason)
                        values ('n1', 'adyen', '2026-09-02T20:00:00Z', now(), '{}', 'canary', 'x', 'GENUINE', '')
                        """)
                .update();
        sql.sql(
                        """
                        insert into gateway_news (gateway, key, what, order_id, gateway_txn_id, notification_id, told_at)
                        values ('adyen', 'JOURNEYTXN:CAPTURE', 'CAPTURE', '880001.1', 'JOURNEYTXN', 'n1', now())
                        """)
                .update();
        sql.sql(
                        """
                        insert into gateway_call (key, gateway, ask, order_id, gateway_txn_id, purpose, context, intended_at, due_at,
                            outcome, answered_at)
                        values ('capture:adyen:JOURNEYTXN', 'adyen', 'CAPTURE', '880001.1', 'JOURNEYTXN', 'adyen-capture', '{}',
                            '2026-09-02T20:00:01Z', null, 'DONE', '2026-09-02T20:00:02Z')
                        """)
                .update();
    }

    private void push(String queue, String message) {
        redis.opsForList().rightPush(queue, message);
        await().until(() -> sql.sql("select count(*) from claim_receipt where queue = ? and handled = 1")
                        .param(queue)
                        .query(Integer.class)
                        .single()
                == 1);
    }

    private ResponseEntity<JsonNode> ask(String id, String key) {
        var headers = new HttpHeaders();
        headers.set("x-api-key", key);
        return http.exchange(
                "/payments/journey?id={id}", HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class, id);
    }

    private static List<String> whats(JsonNode journey) {
        return StreamSupport.stream(Objects.requireNonNull(journey).spliterator(), false)
                .map(step -> step.path("what").asText())
                .toList();
    }
}
