package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.util.unit.DataSize;

/** A worker's life: claims, outages, what others left behind, and the deploy that should not have been. */
class WorkersTest {

    private static final QueueSettings SETTINGS = new QueueSettings(
            200,
            DataSize.ofMegabytes(8),
            1,
            Duration.ofMinutes(20),
            Duration.ofSeconds(12_000),
            Duration.ofSeconds(10));

    private final TestMachine machine = TestMachine.empty();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final QueueMetrics metrics = new QueueMetrics(meters);
    private final Gate gate = new Gate();
    private final Keys keys = new Keys(TestMachine.QUEUE);
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Worker worker;

    @AfterEach
    void stop() {
        if (worker != null) {
            worker.stop();
        }
    }

    @Test
    void handlesWhatIsPushedInOrder() {
        start(this::see);
        var pushed = push(500);

        await().untilAsserted(() -> assertThat(committed()).isEqualTo(500));
        assertThat(seen).containsExactlyElementsOf(pushed);
        await().untilAsserted(() ->
                assertThat(machine.claims.figures(keys).inFlight()).isZero());
    }

    @Test
    void keepsItsClaimThroughAnOutage() {
        var failures = new AtomicInteger(3);
        start(message -> failures.getAndDecrement() > 0 ? new RedisConnectionFailureException("away") : see(message));
        push(5);

        await().untilAsserted(() -> assertThat(committed()).isEqualTo(5));
        assertThat(machine.sql
                        .sql("select count(*) from dead_letter")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void stopsOnABadDeployAndSaysSo() throws Exception {
        push(12);
        start(message -> new IllegalStateException());

        stopped.await();

        assertThat(new QueuesHealthIndicator(metrics).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(metrics.halted()).containsOnlyKeys(TestMachine.QUEUE);
        assertThat(machine.claims.figures(keys).inFlight()).isEqualTo(12);
        assertThat(committed()).isZero();
    }

    @Test
    void handlesAfterABadDeployWhatWasKept() throws Exception {
        push(12);
        start(message -> new IllegalStateException());
        stopped.await();
        stop();

        start(this::see);

        await().untilAsserted(() -> assertThat(committed()).isEqualTo(12));
        assertThat(new QueuesHealthIndicator(metrics).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void dropsWithoutWorkWhatADeadWorkerHadCommitted() {
        push(3);
        var claim = machine.claims.claim(keys, "c", "dead", 10, 1 << 20).orElseThrow();
        var committed = machine.work.handle(claim, TestMachine.TERMS, machine.marks, message -> null);
        assertThat(committed).isPresent();

        start(this::see);

        await().untilAsserted(() ->
                assertThat(machine.claims.figures(keys).inFlight()).isZero());
        assertThat(seen).isEmpty();
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void handlesWhatADeadWorkerHadNotCommitted() {
        push(3);
        machine.claims.claim(keys, "c", "dead", 10, 1 << 20);

        start(this::see);

        await().untilAsserted(() -> assertThat(committed()).isEqualTo(3));
        assertThat(seen).hasSize(3);
    }

    @Test
    void finishesWhatIsInHandWhenItStops() {
        start(message -> {
            see(message);
            worker().stopClaiming();
            return null;
        });
        push(1);
        await().untilAsserted(() -> assertThat(committed()).isEqualTo(1));
        stop();

        push(1);

        assertThat(machine.claims.figures(keys)).isEqualTo(new Claims.Figures(1, 0, Duration.ZERO));
        assertThat(machine.redis.opsForHash().keys(keys.workers())).isEmpty();
    }

    @Test
    void claimsNothingWhileTheGateIsShut() {
        gate.shut();
        start(this::see);
        push(3);
        await().during(Duration.ofSeconds(1)).until(seen::isEmpty);
        assertThat(gate.isBusy()).isFalse();

        gate.open();

        await().untilAsserted(() -> assertThat(committed()).isEqualTo(3));
    }

    @Test
    void finishesWhatIsInHandWhenTheGateIsShut() {
        var release = new CountDownLatch(1);
        start(message -> {
            see(message);
            gate.shut();
            return awaitOr(release);
        });
        push(1);
        await().until(() -> !seen.isEmpty());
        assertThat(gate.isBusy()).isTrue();
        push(1);

        release.countDown();

        await().until(() -> !gate.isBusy());
        assertThat(committed()).isEqualTo(1);
        assertThat(machine.claims.figures(keys)).isEqualTo(new Claims.Figures(1, 0, Duration.ZERO));
    }

    @Test
    void countsWhatCameOfItsMessages() {
        var done = new TestClaim(machine)
                .message("good", "k", () -> machine.unit.count("gift"))
                .message("again", "k", () -> {})
                .message("bad", () -> {
                    machine.unit.count("gift");
                    throw new IllegalStateException();
                })
                .done();

        metrics.committed(done, 1_000_000);

        assertThat(messages("handled")).isEqualTo(1);
        assertThat(messages("duplicate")).isEqualTo(1);
        assertThat(messages("dead")).isEqualTo(1);
        assertThat(meters.get("almoner.counted").tag("what", "gift").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("almoner.queue.claim.size").summary().max()).isEqualTo(3);
    }

    @Test
    void countsNothingOfAClaimThatIsKept() throws Exception {
        push(12);
        start(message -> {
            machine.unit.count("gift");
            return new IllegalStateException();
        });

        stopped.await();

        assertThat(meters.find("almoner.counted").counter()).isNull();
        assertThat(meters.find("almoner.queue.messages").counter()).isNull();
    }

    private double messages(String outcome) {
        return meters.get("almoner.queue.messages")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static @Nullable Throwable awaitOr(CountDownLatch release) {
        try {
            release.await();
            return null;
        } catch (InterruptedException e) {
            return e;
        }
    }

    private @Nullable Throwable see(Message message) {
        seen.add(message.text());
        return null;
    }

    private Worker worker() {
        return java.util.Objects.requireNonNull(worker);
    }

    private void start(MessageRoute route) {
        var workers = new Workers(
                machine.claims,
                machine.work,
                metrics,
                SETTINGS,
                TestMachine.LIMITS,
                machine.connections,
                new KeptInRedis(machine.connections),
                gate);
        worker = workers.start(keys.queue(), TestMachine.TERMS, route, stopped::countDown);
    }

    private List<String> push(int count) {
        var messages =
                IntStream.range(0, count).mapToObj("{\"n\":%d}"::formatted).toList();
        try (var connection = machine.connections.getConnection()) {
            connection
                    .listCommands()
                    .rPush(
                            keys.queue().getBytes(UTF_8),
                            messages.stream()
                                    .map(message -> message.getBytes(UTF_8))
                                    .toArray(byte[][]::new));
        }
        return messages;
    }

    private long committed() {
        return machine.sql
                .sql("select coalesce(sum(handled), 0) from claim_receipt")
                .query(Long.class)
                .single();
    }
}
