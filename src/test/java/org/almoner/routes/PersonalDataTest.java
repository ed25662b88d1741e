package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a message tells of a person stays in the tables that are made for it, the message itself included. */
@AlmonerTest
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestRestTemplate http;

    @ParameterizedTest
    @MethodSource("queues")
    void getsNowhereElse(String name, CapturedOutput output) throws Exception {
        var queue = new TestQueue(name, redis, sql);
        new SampleOutcome(name, "", SampleOutcome.End.KEPT, "").givenTo(sql);
        List<String> messages = new ArrayList<>();
        for (String sample : SampleOutcome.samples(name).toList()) {
            messages.addAll(queue.sample(sample).startsWith("{") ? CanaryMessages.of(queue.sample(sample)) : List.of());
        }

        queue.push(messages.toArray(String[]::new));
        await("follow-ups")
                .until(() -> sql.sql("select count(*) from outbox")
                                .query(Integer.class)
                                .single()
                        == 0);

        assertThat(queue.receipt().dead()).isPositive();
        assertHeardNowhere(output);
    }

    /** Signed, so that they are read; what tells of a person is among what gateways say of a payment. */
    @ParameterizedTest
    @ValueSource(strings = {"ingenico", "gravy"})
    void getsNowhereElseFromNotifications(String gateway, CapturedOutput output) {
        var queue = new TestQueue("notifications-" + gateway, redis, sql);

        queue.push(CanaryNotifications.of(gateway).toArray(String[]::new));

        assertThat(queue.receipt().dead()).isPositive();
        assertThat(queue.receipt().handled()).isPositive();
        assertHeardNowhere(output);
    }

    private void assertHeardNowhere(CapturedOutput output) {
        assertThat(Stream.of(
                                output.getAll(),
                                http.getForObject("/actuator/prometheus", String.class),
                                http.getForObject("/actuator/health", String.class),
                                text("select message_key from handled_message"),
                                text("select concat_ws(' ', error, first_error, trace) from dead_letter"),
                                text("select reason from notification"),
                                text("select concat_ws(' ', kind, about) from alert"))
                        .flatMap(String::lines)
                        .filter(line -> line.contains(CanaryMessages.SONG) || line.contains(CanaryMessages.IP_ADDRESS)))
                .isEmpty();
    }

    /** All that have samples, so that a queue that is added is looked at too. */
    static List<String> queues() {
        return SampleOutcome.folders().stream()
                .filter(queue -> Files.exists(Path.of("routes/queues", queue + ".camel.yaml")))
                .toList();
    }

    private String text(String query) {
        return String.join("\n", sql.sql(query).query(String.class).list());
    }
}
