package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Breakage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two workers on the same queues, one of which is killed at a random moment, again and again, while messages come in. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
@Isolated("keeps both cores busy by itself")
class RandomKillTest {
    private static final Logger LOG = LoggerFactory.getLogger(RandomKillTest.class);

    private static final int MESSAGES = 20_000;
    private static final int KILLS = 50;
    private static final int AT_ONCE = 2;
    private static final Duration RESUMED = Duration.ofSeconds(15);

    private final Stores stores = CrashStores.fresh();
    private final Deque<WorkerProcess> spares = new ArrayDeque<>();
    private final List<WorkerProcess> working = new ArrayList<>();

    @Test
    void losesNothingAndDoesNothingTwiceInFiftyRandomKills() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var load = new Load(stores);
                var deaths = new Deaths(stores);
                var judge = new Judge(stores)) {
            boot(AT_ONCE + 2);
            for (int i = 0; i < AT_ONCE; i++) {
                working.add(spares.remove().start());
            }
            for (int kill = 0; kill < KILLS; kill++) {
                boot(1);
                pushFor(random.nextInt(100, 900), load);
                replace(random.nextInt(AT_ONCE), deaths);
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(deaths::areAllResumed);
            judge.awaitQuiet();

            LOG.info("seed {}, slowest resumption {}", seed, Collections.max(deaths.resumptions()));
            assertThat(judge.verdict(load)).matches(Verdict::isClean);
            assertThat(load.sent()).hasSize(MESSAGES);
            assertThat(deaths.resumptions()).hasSize(KILLS).allMatch(time -> time.compareTo(RESUMED) <= 0);
        } finally {
            spares.forEach(WorkerProcess::close);
            working.forEach(WorkerProcess::close);
        }
    }

    /** A fair share of all messages, in small portions. */
    private void pushFor(int millis, Load load) {
        int portions = 8;
        for (int i = 0; i < portions; i++) {
            load.mixed(MESSAGES / KILLS / portions);
            Awaitility.await().pollDelay(Duration.ofMillis(millis / portions)).until(() -> true);
        }
    }

    private void replace(int number, Deaths deaths) {
        var victim = working.remove(number);
        victim.kill();
        deaths.add(victim.pid());
        working.add(spares.remove().start());
    }

    private void boot(int count) {
        for (int i = 0; i < count; i++) {
            spares.add(WorkerProcess.boot(stores, Breakage.NONE));
        }
    }
}
