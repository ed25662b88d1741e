package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workers that wait for messages hold nothing, hear of a push at once, and share what comes. */
class WaitingWorkersTest {

    private final TestMachine machine = TestMachine.empty();
    private final TestClaims things = new TestClaims(machine);
    private final Claims claims = machine.claims;
    private final Keys keys = TestClaims.KEYS;

    @Test
    void endsToWaitWithinMillisecondsOfAPush() throws Exception {
        var waiter = waiter();
        things.push("1");
        long pushed = System.nanoTime();
        waiter.get();

        assertThat(Duration.ofNanos(System.nanoTime() - pushed)).isLessThan(Duration.ofMillis(500));
        assertThat(things.waiting()).containsExactly("1");
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
            things.push(message);
        }
        for (var waiter : waiters) {
            waiter.get();
        }

        assertThat(things.waiting()).containsExactly(pushed);
    }

    @Test
    void losesAndDoublesNothingAmongManyWorkers() throws Exception {
        var workers = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> takeAll("w" + number)))
                .toList();
        var pushed = IntStream.range(0, 500).mapToObj(String::valueOf).toList();
        pushed.forEach(things::push);

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
                var claim = things.claim(worker + "-" + number, worker, 7);
                claim.ifPresent(c -> {
                    taken.addAll(TestClaims.texts(c));
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
}
