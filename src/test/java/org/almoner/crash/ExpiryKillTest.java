package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Two schedulers, of which the one at work is killed at twelve points of a chunk's life, again and again. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@Isolated("keeps both cores busy by itself")
class ExpiryKillTest {

    private static final int KILLS = 100;
    private static final int PAYMENTS = 20_000;
    private static final int LANES = 2;

    @Test
    void expiresEachOnceAndSendsEachMessageOnce() {
        var threads = Executors.newFixedThreadPool(LANES);
        try {
            var lanes = IntStream.range(0, LANES)
                    .mapToObj(lane -> CompletableFuture.supplyAsync(() -> new Lane(lane).run(), threads))
                    .toList();

            assertThat(lanes.stream().map(CompletableFuture::join)).allMatch(Verdict::isClean);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Stores of their own, and a share of the kills. */
    private static final class Lane {
        private static final ChunkPoint[] POINTS = ChunkPoint.values();

        private final Stores stores = CrashStores.fresh();
        private final Deque<WorkerProcess> spares = new ArrayDeque<>();
        private final List<WorkerProcess> working = new ArrayList<>();
        private int next;

        Lane(int number) {
            next = number * POINTS.length / LANES;
        }

        Verdict run() {
            int kills = KILLS / LANES;
            try (var payments = new Payments(stores)) {
                boot(4);
                payments.add(PAYMENTS / LANES / (kills + 1));
                start(true);
                start(true);
                for (int kill = 1; kill <= kills; kill++) {
                    payments.add(PAYMENTS / LANES / (kills + 1));
                    boot(1);
                    working.remove(awaitDeath());
                    start(kill < kills - 1);
                }
                payments.awaitExpired(Duration.ofMinutes(2));
                return payments.verdict();
            } finally {
                spares.forEach(WorkerProcess::close);
                working.forEach(WorkerProcess::close);
            }
        }

        private WorkerProcess awaitDeath() {
            Awaitility.await("a death")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> working.stream().anyMatch(one -> !one.isAlive()));
            var dead =
                    working.stream().filter(one -> !one.isAlive()).findFirst().orElseThrow();
            dead.awaitBlownFuse();
            return dead;
        }

        private void start(boolean toDie) {
            var process = spares.remove();
            if (toDie) {
                process.arm(POINTS[next++ % POINTS.length]);
            }
            working.add(process.start());
        }

        private void boot(int count) {
            IntStream.range(0, count).forEach(n -> spares.add(Scheduler.boot(stores)));
        }
    }
}
