package org.almoner.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.almoner.gateway.Notification;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a notification after its listener: by the route of Adyen's, under another name. */
@AlmonerTest
@Stopped("refund")
class NotificationsQueueTest {

    private static final String CAPTURE = "{\"news\":[{\"order_id\":\"7.1\",\"txn\":\"T7\",\"what\":\"CAPTURE\"}]}";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    CamelContext camel;

    private final NotificationJson json = new NotificationJson();
    private int pushed;

    @BeforeEach
    void house() throws Exception {
        var text = Files.readString(Path.of("routes/queues/notifications-adyen.camel.yaml"));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromString("house.camel.yaml", House.like("adyen", text)));
    }

    @AfterEach
    void noHouse() throws Exception {
        camel.getRouteController().stopRoute("notifications-house");
        camel.removeRoute("notifications-house");
    }

    @Test
    void handsOnWhatIsNewInAGenuineOne() {
        push("genuine", CAPTURE);

        await().until(() -> jobs().size() == 1);
        assertThat(jobs().get(0)).contains("RecordCapture", "7.1");
        assertThat(row())
                .containsEntry("verdict", "GENUINE")
                .containsEntry("news", 1)
                .containsEntry("replayed", 0)
                .containsEntry("remote_address", "192.0.2.7");
        assertThat((byte[]) row().get("body")).asString(UTF_8).isEqualTo(CAPTURE);
    }

    @Test
    void keepsAForgedOneAndHandsNothingOn() {
        push("no", CAPTURE);
        push("old", CAPTURE);

        assertThat(verdicts()).containsExactlyInAnyOrder("FORGED", "STALE");
        assertThat(count("gateway_news")).isZero();
        assertThat(count("outbox")).isZero();
        assertThat(jobs()).isEmpty();
    }

    @Test
    void dropsWhatWasToldBeforeInWhateverNotification() {
        push("genuine", CAPTURE);
        push("genuine", CAPTURE.replace("]", ",{\"order_id\":\"7.1\",\"txn\":\"T7\",\"what\":\"REFUND\"}]"));
        push("genuine", "{\"news\":[" + "{\"order_id\":\"7.1\",\"txn\":\"T7\",\"what\":\"REFUND\"}]}");

        await().until(() -> jobs().size() == 1 && size("refund") == 1);
        assertThat(sql.sql("select sum(news) as news, sum(replayed) as replayed from notification")
                        .query()
                        .singleRow())
                .containsEntry("news", 2L)
                .containsEntry("replayed", 2L);
    }

    @Test
    void takesTheSameRequestOnce() {
        var notification = notification("genuine", CAPTURE);
        push(notification);
        push(notification);

        assertThat(count("notification")).isEqualTo(1);
        await().until(() -> jobs().size() == 1);
    }

    @Test
    void takesNothingOfOneThatItCannotReadToItsEnd() {
        push("genuine", CAPTURE.replace("]", ",{\"what\":\"CAPTURE\"}]"));

        assertThat(count("notification")).isZero();
        assertThat(count("gateway_news")).isZero();
        assertThat(sql.sql("select error from dead_letter").query(String.class).single())
                .isEqualTo("order_id is missing");
    }

    @Test
    void refusesWhatIsNoNotificationOfThisGateway() {
        pushRaw("{\"id\":\"1\"}".getBytes(UTF_8));
        pushRaw("nonsense".getBytes(UTF_8));
        pushRaw(json.write(new Notification(
                "2", "adyen", Instant.parse("2026-09-01T12:00:00Z"), null, Map.of(), CAPTURE.getBytes(UTF_8))));

        assertThat(count("dead_letter where kind = 'invalid'")).isEqualTo(3);
        assertThat(count("notification")).isZero();
    }

    @Test
    void takesABodyOfAMebibyte() {
        push("genuine", CAPTURE + " ".repeat(1024 * 1024 - CAPTURE.length()));

        await().until(() -> jobs().size() == 1);
    }

    @Test
    void asksTheGatewayWhereOnlyThatCanTell() {
        push("ask", CAPTURE);

        var call = sql.sql("select key, ask, purpose, context from gateway_call")
                .query()
                .singleRow();
        assertThat(call).containsEntry("ask", "VERIFY").containsEntry("purpose", "notification-verified");
        assertThat(verdicts()).containsExactly("TO_BE_ASKED");
        assertThat(jobs()).isEmpty();
    }

    @Test
    void goesOnOnceTheGatewayHasVouchedForIt() {
        push("ask", CAPTURE.replace("CAPTURE", "REFUND"));

        answer("DONE");

        await().until(() -> size("refund") == 1);
        assertThat(row()).containsEntry("verdict", "GENUINE").containsEntry("news", 1);
    }

    @Test
    void goesOnWithNothingThatTheGatewayDoesNotKnow() {
        push("ask", CAPTURE.replace("CAPTURE", "REFUND"));

        answer("REFUSED");

        assertThat(verdicts()).containsExactly("FORGED");
        assertThat(count("gateway_news")).isZero();
        assertThat(count("outbox")).isZero();
    }

    @Test
    void asksAgainAsOftenAsTheGatewayDoesNotAnswer() {
        push("ask", CAPTURE.replace("CAPTURE", "REFUND"));

        answer("UNAVAILABLE", 7);
        assertThat(count("gateway_call where due_at is not null")).isEqualTo(1);
        answer("UNAVAILABLE", 9);

        assertThat(count("gateway_call where due_at is not null")).isEqualTo(1);
        assertThat(verdicts()).containsExactly("TO_BE_ASKED");
        assertThat(count("alert where kind = 'notification not confirmed'")).isEqualTo(2);
        assertThat(size("refund")).isZero();
    }

    @Test
    void losesNoJobOfAGatewayThatHasNoListOfJobs() {
        push("ask", CAPTURE);

        answer("DONE");

        assertThat(sql.sql("select error from dead_letter").query(String.class).single())
                .contains("gateway has no list of jobs");
        assertThat(verdicts()).containsExactly("TO_BE_ASKED");
        assertThat(count("gateway_news")).isZero();
    }

    private void answer(String outcome) {
        answer(outcome, 1);
    }

    private void answer(String outcome, int tries) {
        var call = sql.sql("select key, context from gateway_call").query().singleRow();
        int before = count("claim_receipt where queue = 'gateway-answers'");
        sql.sql("update gateway_call set due_at = null, outcome = ?, context = '{}'")
                .param(outcome)
                .update();
        redis.opsForList()
                .rightPush(
                        "gateway-answers",
                        """
                        {"call_key":"%s","gateway":"house","purpose":"notification-verified","outcome":"%s","reason":"","tries":%d,
                         "payment":{"orderId":null,"gatewayTxnId":null,"sessionId":null},"detail":{},"context":%s}
                        """
                                .formatted(call.get("key"), outcome, tries, call.get("context")));
        await().until(() -> count("claim_receipt where queue = 'gateway-answers'") > before);
    }

    private void push(String signature, String body) {
        push(notification(signature, body));
    }

    private void push(Notification notification) {
        pushRaw(json.write(notification));
    }

    private void pushRaw(byte[] message) {
        redis.execute((RedisConnection connection) ->
                connection.listCommands().rPush("notifications-house".getBytes(UTF_8), message));
        pushed++;
        await().until(() -> sql.sql(
                                "select coalesce(sum(handled + duplicate + dead), 0) from claim_receipt where queue = 'notifications-house'")
                        .query(Integer.class)
                        .single()
                >= pushed);
    }

    private static Notification notification(String signature, String body) {
        return new Notification(
                UUID.randomUUID().toString(),
                "house",
                Instant.parse("2026-09-01T12:00:00.123Z"),
                "192.0.2.7",
                Map.of(House.SIGNATURE, signature),
                body.getBytes(UTF_8));
    }

    private Map<String, Object> row() {
        return sql.sql("select * from notification").query().singleRow();
    }

    private List<String> verdicts() {
        return sql.sql("select verdict from notification").query(String.class).list();
    }

    private int count(String what) {
        return sql.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private List<String> jobs() {
        return redis.opsForList().range("jobs-house", 0, -1);
    }

    private long size(String queue) {
        return redis.opsForList().size(queue);
    }
}
