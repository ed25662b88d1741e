package org.almoner.crash;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Two processes of which one works: when it dies, at a point of its own, the other goes on, and a third takes its place; one survives. */
final class Succession implements AutoCloseable {

    private static final int SPARES = 2;

    private final Supplier<WorkerProcess> newProcess;
    private final int deaths;
    private final IntFunction<? extends BreakingPoint> points;
    private final Deque<WorkerProcess> spares = new ArrayDeque<>();
    private final List<WorkerProcess> working = new ArrayList<>();
    private int booted;
    private int started;

    /** @param points where the n-th dies, from 0 */
    Succession(Supplier<WorkerProcess> newProcess, int deaths, IntFunction<? extends BreakingPoint> points) {
        this.newProcess = newProcess;
        this.deaths = deaths;
        this.points = points;
    }

    void begin() {
        for (int n = 0; n < 2 + SPARES; n++) {
            boot();
        }
        start();
        start();
    }

    void awaitDeath() {
        boot();
        Awaitility.await("a death")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> working.stream().anyMatch(one -> !one.isAlive()));
        var dead = working.stream().filter(one -> !one.isAlive()).findFirst().orElseThrow();
        dead.awaitBlownFuse();
        working.remove(dead);
        if (started < deaths || working.isEmpty()) { // one that is not to die would do the work of those who are
            start();
        }
    }

    private void start() {
        var process = spares.remove();
        if (started < deaths) {
            process.arm(points.apply(started));
        }
        started++;
        working.add(process.start());
    }

    /** Ahead of time: it takes seconds. */
    private void boot() {
        if (booted <= deaths) {
            spares.add(newProcess.get());
            booted++;
        }
    }

    @Override
    public void close() {
        spares.forEach(WorkerProcess::close);
        working.forEach(WorkerProcess::close);
    }
}
