package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The end of a route hands on what its body says: at once, or with the unit of work. */
class QueueProducerTest {

    private static final Duration SPREAD = Duration.ofMinutes(1);

    record Refund(String gateway, int amount) {}

    private final TestMachine machine = TestMachine.empty();
    private final Relay relay = new Relay(machine.relayTurn());
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void stop() throws IOException {
        relay.stop();
        camel.close();
    }

    @Test
    void ignoresAnAbsentBody() throws Exception {
        send(null, Duration.ZERO);
        send(List.of(), Duration.ZERO);

        assertThat(machine.redis.keys("*")).isEmpty();
    }

    @Test
    void pushesAtOnceOutsideAUnitOfWork() throws Exception {
        send(new Refund("adyen", 1), Duration.ZERO);

        assertThat(queue())
                .singleElement()
                .asString()
                .startsWith("{\"gateway\":\"adyen\",\"amount\":1,\"source_name\":\"Almoner\"");
        assertThat(outbox()).isEmpty();
    }

    @Test
    void takesRecordsMapsTextAndBytes() throws Exception {
        var map = new LinkedHashMap<String, Object>();
        map.put("n", 1);

        send(Arrays.asList(new Refund("a", 1), map, "{\"n\":2}", "{\"n\":3}".getBytes(UTF_8)), Duration.ZERO);

        assertThat(queue())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"gateway\":\"a\",\"amount\":1,"),
                        second -> assertThat(second).startsWith("{\"n\":1,"),
                        third -> assertThat(third).startsWith("{\"n\":2,"),
                        fourth -> assertThat(fourth).startsWith("{\"n\":3,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null"})
    void refusesWhatIsNoObject(String body) {
        assertThatThrownBy(() -> send(body, Duration.ZERO)).hasMessageContaining("queue refund is not a JSON object");
        assertThat(machine.redis.keys("*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "{\"n\":1,\"n\":2}"})
    void refusesWhatIsNoJson(String body) {
        assertThatThrownBy(() -> send(body, Duration.ZERO)).isInstanceOf(Exception.class);
        assertThat(machine.redis.keys("*")).isEmpty();
    }

    @Test
    void keepsADelayedFollowUpOutsideAUnitOfWorkToo() throws Exception {
        send(Map.of("n", 1), Duration.ofMinutes(5));

        assertThat(queue()).isEmpty();
        assertThat(outbox()).containsExactly("{\"n\":1} in 300 s");
    }

    @Test
    void spreadsAListEvenly() throws Exception {
        send(List.of(Map.of("n", 1), Map.of("n", 2), Map.of("n", 3)), Duration.ofMinutes(1), SPREAD, Map.of());

        assertThat(outbox()).containsExactly("{\"n\":1} in 80 s", "{\"n\":2} in 100 s", "{\"n\":3} in 120 s");
    }

    @Test
    void spreadsOnesOfAKnownNumberEvenly() throws Exception {
        send(Map.of("n", 7), Duration.ZERO, SPREAD, Map.of("number", 2, "count", "6"));

        assertThat(outbox()).containsExactly("{\"n\":7} in 20 s");
    }

    @Test
    void spreadsOthersByChance() throws Exception {
        for (int n = 0; n < 40; n++) {
            send(Map.of("n", n), Duration.ZERO, SPREAD, Map.of());
        }

        assertThat(outbox().stream()
                        .map(row -> Integer.parseInt(row.split(" ")[2]))
                        .distinct())
                .hasSizeGreaterThan(15)
                .allMatch(seconds -> seconds >= 0 && seconds <= 60);
    }

    @Test
    void waitsForTheCommitOfItsUnitOfWork() {
        new TransactionTemplate(machine.transactions).executeWithoutResult(status -> {
            sendUnchecked(Map.of("n", 1));
            assertThat(queue()).isEmpty();
            assertThat(outbox()).containsExactly("{\"n\":1} in 0 s");
        });

        await().untilAsserted(() -> assertThat(queue()).hasSize(1));
        await().untilAsserted(() -> assertThat(outbox()).isEmpty());
    }

    @Test
    void hasNothingLeftOfAUnitOfWorkThatWasRolledBack() {
        new TransactionTemplate(machine.transactions).executeWithoutResult(status -> {
            sendUnchecked(Map.of("n", 1));
            status.setRollbackOnly();
        });

        assertThat(outbox()).isEmpty();
        assertThat(queue()).isEmpty();
    }

    @Test
    void sendsTheFollowUpsOfHandledMessagesOnly() {
        new TestClaim(machine)
                .message("good", () -> sendUnchecked(Map.of("n", 1)))
                .message("bad", () -> {
                    sendUnchecked(Map.of("n", 2));
                    throw new IllegalStateException();
                })
                .handle();

        await().untilAsserted(
                        () -> assertThat(queue()).singleElement().asString().startsWith("{\"n\":1,"));
    }

    private void sendUnchecked(Object body) {
        try {
            send(body, Duration.ZERO);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void send(@Nullable Object body, Duration delay) throws Exception {
        send(body, delay, Duration.ZERO, Map.of());
    }

    private void send(@Nullable Object body, Duration delay, Duration spread, Map<String, Object> headers)
            throws Exception {
        var settings = new QueueSettings(
                200,
                DataSize.ofMegabytes(8),
                2,
                Duration.ofMinutes(20),
                Duration.ofSeconds(12_000),
                Duration.ofSeconds(10));
        var outbox = new Outbox(machine.unit, machine.pushes, relay, machine.clock);
        var meters = new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
        var workers = new Workers(
                machine.claims,
                machine.work,
                new QueueMetrics(meters),
                settings,
                TestMachine.LIMITS,
                machine.connections,
                new KeptInRedis(machine.connections),
                new Gate());
        var component = new QueueComponent(settings, workers, outbox, machine.json, machine.clock);
        component.setCamelContext(camel);
        var endpoint = new QueueEndpoint("queue:refund", component, "refund", settings);
        endpoint.setDelay(delay);
        endpoint.setSpread(spread);
        var exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(new LinkedHashMap<>(headers));
        endpoint.createProducer().process(exchange);
    }

    private List<String> queue() {
        return Objects.requireNonNull(machine.redis.opsForList().range("refund", 0, -1));
    }

    private List<String> outbox() {
        return machine.sql
                .sql(
                        "select convert_from(body, 'UTF8') || ' in ' || extract(epoch from due_at - ?)::int || ' s' from outbox")
                .param(java.sql.Timestamp.from(machine.clock.instant()))
                .query(String.class)
                .list();
    }
}
