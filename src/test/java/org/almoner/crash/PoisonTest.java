package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Breakage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A message that takes down each process that handles it. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class PoisonTest {
    /** Three until the claim is suspicious, two until the message is. */
    private static final int DEATHS = 5;

    private final Stores stores = CrashStores.fresh();

    @Test
    void becomesADeadLetterAfterFiveDeathsAndItsNeighboursAreHandled() throws SQLException {
        Queue<WorkerProcess> workers = new ArrayDeque<>();
        for (int i = 0; i <= DEATHS; i++) {
            workers.add(WorkerProcess.boot(stores, Breakage.NONE, "--almoner.queue.silence=3s"));
        }
        try (var load = new Load(stores);
                var judge = new Judge(stores)) {
            load.mixed(30).add("poison", Fate.DEADLY).mixed(30);

            for (int death = 0; death < DEATHS; death++) {
                var victim = workers.remove();
                victim.awaitBooted().say("start");
                victim.awaitBlownFuse();
            }
            workers.element().start();

            assertThat(judge.awaitQuiet().verdict(load)).matches(Verdict::isClean);
            assertThat(judge.reasonOf("poison")).startsWith("suspected poison");
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }
}
