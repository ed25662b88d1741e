package org.almoner.crash;

import java.util.List;
import org.almoner.queue.Breakage;

/** Stores of its own, on which one crash is tried after the other: a victim dies, a survivor goes on. */
final class Lane implements AutoCloseable {
    /** Less than in operation, to save the tests' time. */
    private static final List<String> SETTINGS =
            List.of("--almoner.queue.silence=3s", "--almoner.queue.retry-delay=1ms", "--crash.caretaker=true");

    /** Three chunks of a requeue. */
    private static final int EARLY = 250;

    private final Stores stores;
    private final Breakage breakage;
    private final Load load;
    private final Judge judge;
    private final WorkerProcess survivor;
    private WorkerProcess nextVictim;

    Lane(Stores stores, Breakage breakage) {
        this.stores = stores;
        this.breakage = breakage;
        this.load = new Load(stores);
        this.judge = new Judge(stores);
        this.survivor = boot();
        this.nextVictim = boot();
    }

    /** Half of the messages are there before the crash, half come after it. */
    Verdict crash(CrashPoint point) {
        try (var victim = nextVictim) {
            load.mixed(150);
            victim.arm(point).say("start");
            if (point.isOfRequeue()) {
                load.early(EARLY);
                judge.awaitQuiet();
                load.release();
                judge.awaitQuiet();
                victim.say("requeue");
            }
            victim.awaitBlownFuse();
        } finally {
            nextVictim = boot(); // while the survivor works
        }
        load.mixed(150);
        survivor.start();
        if (point.isOfRequeue()) {
            survivor.requeue();
        }
        judge.awaitQuiet();
        survivor.stop();
        return judge.verdict(load);
    }

    private WorkerProcess boot() {
        return WorkerProcess.boot(stores, breakage, SETTINGS.toArray(String[]::new));
    }

    @Override
    public void close() {
        survivor.close();
        nextVictim.close();
        load.close();
        judge.close();
    }
}
