package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Breakage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A worker that was frozen with a claim in hand, and comes back when another has long taken the claim over. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class FrozenWorkerTest {
    private static final Duration FROZEN = Duration.ofSeconds(15);

    private final Stores stores = CrashStores.fresh();

    @Test
    void cannotCommitAClaimThatAnotherHasReaped() {
        assertThat(freeze()).matches(Verdict::isClean);
    }

    @Test
    void commitsItAgainWhenReceiptsHaveNoConstraint() {
        stores.execute("alter table claim_receipt drop constraint claim_receipt_pkey");

        assertThat(freeze().objections()).anyMatch(objection -> objection.startsWith("done 2 times: m-"));
    }

    /** With a claim whose unit of work has not begun: one that has is broken off by PostgreSQL. */
    private Verdict freeze() {
        try (var load = new Load(stores);
                var judge = new Judge(stores);
                var sleeper = WorkerProcess.boot(stores, Breakage.NONE);
                var other = WorkerProcess.boot(stores, Breakage.NONE)) {
            sleeper.freezeAt(CrashPoint.AFTER_THE_CLAIM_OF_CONSEQUENCES).start();
            other.awaitBooted();
            load.mixed(150);
            Awaitility.await("frozen").until(sleeper::isFrozen);
            other.start();
            Awaitility.await("reaped and committed meanwhile")
                    .timeout(FROZEN.multipliedBy(2))
                    .pollDelay(FROZEN)
                    .until(() -> judge.inFlight().isEmpty());
            sleeper.signal("CONT");
            return judge.awaitQuiet().verdict(load);
        }
    }
}
