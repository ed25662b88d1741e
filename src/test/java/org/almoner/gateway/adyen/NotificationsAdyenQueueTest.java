package org.almoner.gateway.adyen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.almoner.gateway.Notification;
import org.almoner.notification.NotificationJson;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a notification of Adyen's to the messages that follow. */
@AlmonerTest
@Stopped({"refund", "jobs-adyen"})
class NotificationsAdyenQueueTest {

    @Autowired
    CamelContext camel;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    NotificationJson json;

    private int notifications;

    @Test
    void sendsEachItemWhereItBelongs() {
        push(TestItem.notification(refund(), capture()));

        await().until(() -> list("refund").size() == 1 && list("jobs-adyen").size() == 1);
        assertThat(list("refund").get(0)).contains("\"gross\":\"12.50\"", "\"gateway_refund_id\":\"REFUND1\"");
        assertThat(list("jobs-adyen").get(0)).contains("RecordCaptureJob", "\"gatewayTxnId\":\"Q7K2M9XW4TBN8R65\"");
        assertThat(verdicts()).containsExactly("GENUINE");
    }

    @Test
    void takesTheSameItemForTheSameInWhateverNotificationItComes() {
        push(refund().notification());
        push(TestItem.notification(refund(), capture()));

        await().until(() -> verdicts().size() == 2 && list("jobs-adyen").size() == 1);
        assertThat(list("refund")).hasSize(1);
    }

    @Test
    void keepsAForgedOneAndSendsNothing() {
        push(refund().of(999_999, "EUR").notification());
        push(TestItem.notification(refund(), capture().with("success", "false")));

        await().until(() -> verdicts().size() == 2);
        assertThat(verdicts()).containsOnly("FORGED");
        assertThat(sql.sql("select count(*) from outbox").query(Integer.class).single())
                .isZero();
        assertThat(list("refund")).isEmpty();
    }

    private static TestItem refund() {
        return TestItem.of("REFUND")
                .with("pspReference", "REFUND1")
                .with("originalReference", "Q7K2M9XW4TBN8R65")
                .signed();
    }

    private static TestItem capture() {
        return TestItem.of("CAPTURE")
                .with("pspReference", "CAPTURE1")
                .with("originalReference", "Q7K2M9XW4TBN8R65")
                .signed();
    }

    private void push(Notification notification) {
        var pushed = new Notification(
                "n-" + ++notifications,
                "adyen",
                Instant.parse("2026-09-02T08:40:01Z"),
                "192.0.2.1",
                Map.of(),
                notification.body());
        redis.opsForList().rightPush("notifications-adyen", new String(json.write(pushed), UTF_8));
    }

    private List<String> list(String name) {
        var messages = redis.opsForList().range(name, 0, -1);
        return messages == null ? List.of() : messages;
    }

    private List<String> verdicts() {
        return sql.sql("select verdict from notification").query(String.class).list();
    }
}
