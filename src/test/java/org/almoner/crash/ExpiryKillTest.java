package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
    private record Lane(int number) {
        private static final ChunkPoint[] POINTS = ChunkPoint.values();

        Verdict run() {
            var stores = CrashStores.fresh();
            int kills = KILLS / LANES;
            int first = number * POINTS.length / LANES;
            try (var payments = new Payments(stores);
                    var schedulers = new Succession(
                            () -> Scheduler.boot(stores), kills, n -> POINTS[(first + n) % POINTS.length])) {
                payments.add(PAYMENTS / LANES / (kills + 1));
                schedulers.begin();
                for (int kill = 1; kill <= kills; kill++) {
                    payments.add(PAYMENTS / LANES / (kills + 1));
                    schedulers.awaitDeath();
                }
                payments.awaitExpired(Duration.ofMinutes(2));
                return payments.verdict();
            }
        }
    }
}
