package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Breakage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker that is asked to stop in the middle of its work. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DrainTest {
    private final Stores stores = CrashStores.fresh();

    @Test
    void finishesItsClaimsAndLeavesTheRestOnTheQueue() {
        try (var load = new Load(stores);
                var judge = new Judge(stores);
                var worker = WorkerProcess.boot(stores, Breakage.NONE);
                var successor = WorkerProcess.boot(stores, Breakage.NONE)) {
            load.mixed(10_000);
            worker.start();
            Awaitility.await("at work")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> judge.receipts("work", "handled") > 500);

            worker.signal("TERM");
            worker.exitCode(Duration.ofSeconds(10));

            assertThat(judge.inFlight()).isEmpty();
            successor.start();
            assertThat(judge.awaitQuiet().verdict(load)).matches(Verdict::isClean);
        }
    }
}
