package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.almoner.queue.Breakage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The judge is only worth something if he objects when a part of the machine is missing. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class BrokenMachineTest {
    private final Stores stores = CrashStores.fresh();

    @Test
    void losesMessagesWhenItDropsBeforeItCommits() {
        var verdict = crash(Breakage.DROP_BEFORE_COMMIT, CrashPoint.BEFORE_THE_COMMIT);

        assertThat(verdict.objections()).anyMatch(objection -> objection.startsWith("lost: m-"));
    }

    @Test
    void doesMessagesTwiceWithoutReceipts() {
        var verdict = crash(Breakage.NO_RECEIPT, CrashPoint.BEFORE_THE_DROP_OF_CONSEQUENCES);

        assertThat(verdict.objections()).anyMatch(objection -> objection.startsWith("done 2 times: m-"));
    }

    @Test
    void pushesFollowUpsTwiceWithoutTheRelaysMarks() {
        var verdict = crash(Breakage.NO_MARKS_OF_THE_RELAY, CrashPoint.BEFORE_THE_RELAYS_COMMIT);

        assertThat(verdict.objections()).anyMatch(objection -> objection.startsWith("done 2 times: m-"));
    }

    private Verdict crash(Breakage breakage, CrashPoint point) {
        try (var lane = new Lane(stores, breakage)) {
            return lane.crash(point);
        }
    }
}
