package org.almoner.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Base64;
import java.util.UUID;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the request that a listener has kept to the work that it leaves. */
@AlmonerTest
class GatewayNotificationsTest {

    private static final String CAPTURED =
            "{\"id\":\"e-1\",\"type\":\"payment.captured\",\"payment\":{\"id\":\"p-1\",\"paymentOutput\":{\"amountOfMoney\":{\"amount\":1050,\"currencyCode\":\"USD\"},\"references\":{\"merchantReference\":\"231462959.1\"}}}}";
    private static final String SIGNATURE = "jiUk3MN/as9Ghr5nZre7ptpE03OhpgfJkG+CNJIqlEk=";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue notifications;
    TestQueue jobs;

    @BeforeEach
    void queues() {
        notifications = new TestQueue("notifications-ingenico", redis, sql);
        jobs = new TestQueue("jobs-ingenico", redis, sql);
    }

    @Test
    void leavesWorkForWhatIsSigned() {
        new PendingMessages(sql, "ingenico").add("231462959.1", "");

        var receipt = notifications.push(ingenico(SIGNATURE, CAPTURED));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        await().until(() -> jobs.receipt().handled() == 1);
        assertThat(verdict()).isEqualTo("GENUINE");
    }

    @Test
    void leavesItOnceHoweverOftenItIsTold() {
        notifications.pushOneByOne(ingenico(SIGNATURE, CAPTURED), ingenico(SIGNATURE, CAPTURED));

        await().until(() -> jobs.receipt().messages() == 1);
        assertThat(sql.sql("select sum(replayed) from notification")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(redis.opsForList().size("jobs-ingenico")).isZero();
    }

    @Test
    void keepsWhatIsForgedAndDoesNothing() {
        var receipt =
                notifications.push(ingenico("AAAA", CAPTURED), ingenico(SIGNATURE, CAPTURED.replace("1050", "9050")));

        assertThat(receipt.dead()).isZero();
        assertThat(sql.sql("select count(*) from notification where verdict = 'FORGED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(sql.sql("select count(*) from gateway_news")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksGravyForWhatGravyHasOnlyHintedAt() {
        var gravy = new TestQueue("notifications-gravy", redis, sql);

        gravy.push(
                notification(
                        "gravy",
                        "\"authorization\":\"Basic Z3Jhdnk6Y3VycmVudA==\"",
                        "{\"id\":\"e-1\",\"target\":{\"type\":\"transaction\",\"id\":\"t-1\",\"status\":\"capture_succeeded\",\"external_identifier\":\"7.1\",\"amount\":1}}"));

        await().until(() -> sql.sql("select count(*) from gateway_call where purpose = 'gravy-record'")
                        .query(Integer.class)
                        .single()
                == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlocal", "braintree"})
    void waitsForAKeyToVerifyWith(String gateway) {
        var queue = new TestQueue("notifications-" + gateway, redis, sql);

        var receipt = queue.push(notification(gateway, "", "{}"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(queue.lastError()).contains("cannot be verified without almoner.gateway." + gateway);
    }

    private String verdict() {
        return sql.sql("select verdict from notification").query(String.class).single();
    }

    private static String ingenico(String signature, String body) {
        return notification(
                "ingenico", "\"x-gcs-keyid\":\"key-2\",\"x-gcs-signature\":\"%s\"".formatted(signature), body);
    }

    private static String notification(String gateway, String headers, String body) {
        return """
               {"id":"%s","gateway":"%s","received_at":"2026-09-02T10:40:00Z","remote_address":"192.0.2.7",
                "headers":{%s},"body":"%s"}"""
                .formatted(
                        UUID.randomUUID(), gateway, headers, Base64.getEncoder().encodeToString(body.getBytes(UTF_8)));
    }
}
