package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.almoner.queue.Breakage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker dies at each instruction that matters, and another one makes good what it left. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Isolated("keeps both cores busy by itself")
class CrashPointTest {
    /** Most of a crash is waiting until the dead worker is missed, so some are tried side by side. */
    private static final int LANES = 4;

    private static final Map<CrashPoint, CompletableFuture<Verdict>> VERDICTS = new ConcurrentHashMap<>();

    @BeforeAll
    static void crashEverywhere() {
        Queue<CrashPoint> points = new ConcurrentLinkedQueue<>(List.of(CrashPoint.values()));
        Stream.generate(() -> new Thread(() -> runLane(points), "lane"))
                .limit(LANES)
                .forEach(Thread::start);
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingAndDoesNothingTwiceWhenKilled(CrashPoint point) {
        assertThat(verdict(point).join()).matches(Verdict::isClean);
    }

    private static CompletableFuture<Verdict> verdict(CrashPoint point) {
        return VERDICTS.computeIfAbsent(point, unknown -> new CompletableFuture<>());
    }

    private static void runLane(Queue<CrashPoint> points) {
        try (var lane = new Lane(CrashStores.fresh(), Breakage.NONE)) {
            for (var point = points.poll(); point != null; point = points.poll()) {
                run(lane, point);
            }
        }
    }

    private static void run(Lane lane, CrashPoint point) {
        try {
            verdict(point).complete(lane.crash(point));
        } catch (RuntimeException | AssertionError e) {
            verdict(point).completeExceptionally(e);
        }
    }
}
