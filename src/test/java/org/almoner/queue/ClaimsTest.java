package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** Messages move between a queue and the claims of workers, and none is lost or doubled on the way. */
class ClaimsTest {

    private static final long PLENTY = 8 << 20;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final TestMachine machine = TestMachine.empty();
    private final Claims claims = machine.claims;
    private final Keys keys = new Keys("things");

    @Test
    void takesFromTheLeftInOrder() {
        push("1", "2", "3");

        var claim = claims.claim(keys, "c", "w", 2, PLENTY).orElseThrow();

        assertThat(texts(claim)).containsExactly("1", "2");
        assertThat(waiting()).containsExactly("3");
        assertThat(claim.deliveries()).isOne();
    }

    @Test
    void takesNothingFromAnEmptyQueue() {
        assertThat(claims.claim(keys, "c", "w", 2, PLENTY)).isEmpty();
        assertThat(machine.redis.keys("*")).isEmpty();
    }

    @Test
    void givesTheSameClaimWhenAskedAgainWithItsId() {
        push("1", "2", "3");
        claims.claim(keys, "c", "w", 2, PLENTY);

        var again = claims.claim(keys, "c", "w", 2, PLENTY).orElseThrow();

        assertThat(texts(again)).containsExactly("1", "2");
        assertThat(waiting()).containsExactly("3");
    }

    @Test
    void neverUsesAnIdTwice() {
        push("1");
        var first = claims.claim(keys, "unanswered", "cut off", 1, PLENTY).orElseThrow();
        claims.drop(reap("other")); // reaped, committed and dropped, while the first still waits for its answer
        push("2");

        var second = claims.claim(keys, "unanswered", "cut off", 1, PLENTY).orElseThrow();

        assertThat(texts(second)).containsExactly("2");
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void givesAnotherClaimWhenTheFirstBelongsToAnotherWorkerNow() {
        push("1", "2");
        claims.claim(keys, "unanswered", "cut off", 1, PLENTY);
        reap("other");

        assertThat(texts(claims.claim(keys, "unanswered", "cut off", 1, PLENTY).orElseThrow()))
                .containsExactly("2");
    }

    @Test
    void stopsAfterTheMessageThatPassesTheBytes() {
        push("12345", "12345", "12345");

        assertThat(texts(claims.claim(keys, "c", "w", 200, 6).orElseThrow())).hasSize(2);
    }

    @Test
    void takesAtLeastOneMessageHoweverLarge() {
        push("x".repeat(1000), "y");

        assertThat(texts(claims.claim(keys, "c", "w", 200, 1).orElseThrow())).hasSize(1);
    }

    @Test
    void keepsBinaryBodies() {
        var body = new byte[256];
        IntStream.range(0, 256).forEach(i -> body[i] = (byte) i);
        try (var connection = machine.connections.getConnection()) {
            connection.listCommands().rPush(keys.queue().getBytes(UTF_8), body, new byte[0]);
        }

        var claim = claims.claim(keys, "c", "w", 2, PLENTY).orElseThrow();

        assertThat(claim.messages().get(0).bytes()).isEqualTo(body);
        assertThat(claim.messages().get(1).bytes()).isEmpty();
        assertThat(reap("other").messages().get(0).bytes()).isEqualTo(body);
    }

    @Test
    void dropsAClaimWithItsRecord() {
        push("1", "2");
        var claim = claims.claim(keys, "c", "w", 1, PLENTY).orElseThrow();

        claims.drop(claim);

        assertThat(machine.redis.keys("*")).containsExactly("things");
        assertThat(claims.reap(keys, "other", "ticket", SILENCE)).isEmpty();
    }

    @Test
    void reapsTheOldestClaimOfASilentWorker() {
        push("1", "2", "3");
        claims.claim(keys, "older", "dead", 1, PLENTY);
        millisecondsPass(); // claims are told apart by the millisecond
        claims.claim(keys, "newer", "dead too", 1, PLENTY);

        assertThat(reap("w").id()).startsWith("older");
        assertThat(reap("w").id()).startsWith("newer");
        assertThat(claims.reap(keys, "w", "ticket", SILENCE)).isEmpty();
    }

    @Test
    void reapsNothingOfALivingWorker() {
        push("1");
        claims.claim(keys, "c", "living", 1, PLENTY);
        claims.beat(keys, "living");

        assertThat(claims.reap(keys, "w", "ticket", SILENCE)).isEmpty();
    }

    @Test
    void reapsWhatAWorkerLeftThatBeatsNoMore() {
        push("1");
        claims.claim(keys, "c", "tired", 1, PLENTY);
        claims.beat(keys, "tired");

        await().until(() ->
                claims.reap(keys, "w", "ticket", Duration.ofMillis(50)).isPresent());
    }

    @Test
    void reapsAtOnceWhatAWorkerLeftThatSaidGoodBye() {
        push("1");
        claims.claim(keys, "c", "leaving", 1, PLENTY);
        claims.beat(keys, "leaving");
        claims.leave(keys, "leaving");

        assertThat(reap("w").id()).startsWith("c");
    }

    @Test
    void forgetsSilentWorkersThatHoldNothing() {
        claims.beat(keys, "gone");

        await().untilAsserted(() -> {
            claims.reap(keys, "w", "ticket", Duration.ofMillis(1));
            assertThat(machine.redis.opsForHash().keys(keys.workers())).isEmpty();
        });
    }

    @Test
    void givesAReapedClaimToOneWorkerOnly() {
        push("1");
        claims.claim(keys, "c", "dead", 1, PLENTY);
        claims.beat(keys, "w");

        reap("w");

        assertThat(claims.reap(keys, "other", "ticket", SILENCE)).isEmpty();
    }

    @Test
    void givesTheSameReapedClaimWhenAskedAgainWithItsTicket() {
        push("1", "2");
        claims.claim(keys, "c1", "dead", 1, PLENTY);
        claims.claim(keys, "c2", "dead", 1, PLENTY);
        var first = claims.reap(keys, "w", "ticket", SILENCE).orElseThrow();

        var again = claims.reap(keys, "w", "ticket", SILENCE).orElseThrow();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.deliveries()).isEqualTo(2);
        assertThat(claims.reap(keys, "w", "next", SILENCE).orElseThrow().id()).isNotEqualTo(first.id());
    }

    @Test
    void countsDeliveries() {
        push("1");
        claims.claim(keys, "c", "w0", 1, PLENTY);

        assertThat(reap("w1").deliveries()).isEqualTo(2);
        assertThat(reap("w2").deliveries()).isEqualTo(3);
        assertThat(reap("w3").isSuspicious()).isTrue();
    }

    @Test
    void holdsAMarkAgainstTheMessageThatItNamed() {
        push("1", "2");
        claims.claim(keys, "c", "w0", 2, PLENTY);
        var second = reap("w1");
        assertThat(claims.mark(second, "w1", "1")).isTrue();
        var third = reap("w2");
        assertThat(claims.mark(third, "w2", "0")).isTrue();
        assertThat(claims.mark(third, "w2", "1")).isTrue();

        var fourth = reap("w3");

        assertThat(third.suspicions()).isEqualTo(Map.of(1, 1));
        assertThat(fourth.suspicions()).isEqualTo(Map.of(1, 2));
        assertThat(fourth.isKiller(1)).isTrue();
        assertThat(fourth.isKiller(0)).isFalse();
    }

    @Test
    void holdsNothingAgainstAMessageWhoseMarkWasCleared() {
        push("1", "2");
        claims.claim(keys, "c", "w0", 2, PLENTY);
        var second = reap("w1");
        claims.mark(second, "w1", "1");
        claims.mark(second, "w1", "");

        assertThat(reap("w2").suspicions()).isEmpty();
    }

    @Test
    void refusesTheMarkOfAWorkerThatLostTheClaim() {
        push("1");
        var claim = claims.claim(keys, "c", "frozen", 1, PLENTY).orElseThrow();
        reap("w");

        assertThat(claims.mark(claim, "frozen", "0")).isFalse();
    }

    @Test
    void showsWhatWaitsAndWhatIsInFlight() {
        push("1", "2", "3", "4");
        claims.claim(keys, "c1", "w", 2, PLENTY);
        claims.claim(keys, "c2", "w", 1, PLENTY);
        millisecondsPass();

        var figures = claims.figures(keys);

        assertThat(figures.waiting()).isOne();
        assertThat(figures.inFlight()).isEqualTo(3);
        assertThat(figures.oldest()).isPositive().isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void showsNothingForAQueueThatDoesNotExist() {
        assertThat(claims.figures(keys)).isEqualTo(new Claims.Figures(0, 0, Duration.ZERO));
    }

    @Test
    void keepsQueuesApart() {
        var other = new Keys("things:other");
        push("1");
        machine.redis.opsForList().rightPush(other.queue(), "2");
        claims.claim(keys, "c", "w", 200, PLENTY);
        var claim = claims.claim(other, "c", "w", 200, PLENTY).orElseThrow();

        claims.drop(claim);

        assertThat(texts(claim)).containsExactly("2");
        assertThat(claims.figures(keys).inFlight()).isOne();
        assertThat(claims.figures(other).inFlight()).isZero();
    }

    @Test
    void endsToWaitWithinMillisecondsOfAPush() throws Exception {
        var waiter = waiter();
        push("1");
        long pushed = System.nanoTime();
        waiter.get();

        assertThat(Duration.ofNanos(System.nanoTime() - pushed)).isLessThan(Duration.ofMillis(500));
        assertThat(waiting()).containsExactly("1");
    }

    @Test
    void endsToWaitWhenNothingComes() {
        try (var connection = machine.connections.getConnection()) {
            claims.await(connection, keys, Duration.ofMillis(50));
        }

        assertThat(machine.redis.keys("*")).isEmpty();
    }

    @Test
    void keepsTheOrderWhileManyWait() throws Exception {
        var waiters = List.of(waiter(), waiter(), waiter(), waiter());
        var pushed = IntStream.range(0, 200).mapToObj(String::valueOf).toArray(String[]::new);
        for (String message : pushed) {
            push(message);
        }
        for (var waiter : waiters) {
            waiter.get();
        }

        assertThat(waiting()).containsExactly(pushed);
    }

    @Test
    void losesAndDoublesNothingAmongManyWorkers() throws Exception {
        var workers = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> takeAll("w" + number)))
                .toList();
        var pushed = IntStream.range(0, 500).mapToObj(String::valueOf).toList();
        pushed.forEach(this::push);

        var taken = new ArrayList<String>();
        for (var worker : workers) {
            taken.addAll(worker.get());
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(pushed);
        assertThat(claims.figures(keys)).isEqualTo(new Claims.Figures(0, 0, Duration.ZERO));
    }

    private List<String> takeAll(String worker) {
        var taken = new ArrayList<String>();
        try (var connection = machine.connections.getConnection()) {
            int empty = 0;
            for (int number = 0; empty < 2; number++) {
                var claim = claims.claim(keys, worker + "-" + number, worker, 7, PLENTY);
                claim.ifPresent(c -> {
                    taken.addAll(texts(c));
                    claims.drop(c);
                });
                if (claim.isEmpty()) {
                    claims.await(connection, keys, Duration.ofMillis(300));
                    empty = claims.figures(keys).waiting() == 0 ? empty + 1 : 0;
                }
            }
        }
        return taken;
    }

    /** Waits on a connection of its own, and is known to wait when this returns. */
    private CompletableFuture<Void> waiter() {
        long before = blockedClients();
        var begun = new CountDownLatch(1);
        var waiter = CompletableFuture.runAsync(() -> {
            try (var connection = machine.connections.getConnection()) {
                begun.countDown();
                claims.await(connection, keys, Duration.ofSeconds(20));
            }
        });
        await().until(() -> blockedClients() > before);
        return waiter;
    }

    private long blockedClients() {
        try (var connection = machine.connections.getConnection()) {
            var clients = connection.serverCommands().info("clients");
            return clients == null ? 0 : Long.parseLong(clients.getProperty("blocked_clients"));
        }
    }

    private void millisecondsPass() {
        ThrowingRunnable nothing = () -> {};
        await().pollDelay(Duration.ofMillis(5)).untilAsserted(nothing);
    }

    private Claim reap(String worker) {
        return claims.reap(keys, worker, UUID.randomUUID().toString(), SILENCE).orElseThrow();
    }

    private void push(String... messages) {
        machine.redis.opsForList().rightPushAll(keys.queue(), messages);
    }

    private List<String> waiting() {
        var waiting = machine.redis.opsForList().range(keys.queue(), 0, -1);
        return waiting == null ? List.of() : waiting;
    }

    private static List<String> texts(Claim claim) {
        return claim.messages().stream().map(Message::text).toList();
    }
}
