package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Breakage;
import org.almoner.testing.TestPostgres;
import org.almoner.testing.TestRedis;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A store goes away under two busy workers and comes back with its data. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class OutageTest {
    private static final Duration OUTAGE = Duration.ofSeconds(4);
    private static final int MESSAGES = 6_000;

    private final TestPostgres postgres = new TestPostgres().start();
    private final TestRedis redis = new TestRedis().start();
    private final Stores stores = new Stores(postgres.newDatabase(), redis.url()).migrated();

    @AfterEach
    void stop() {
        postgres.close();
        redis.close();
    }

    @Test
    void ofPostgresLosesNothing() {
        assertThat(verdictAfter(() -> {
                    postgres.kill();
                    outlast();
                    postgres.start();
                    Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                    postgres.stop();
                    outlast();
                    postgres.start();
                }))
                .matches(Verdict::isClean);
    }

    @Test
    void ofRedisLosesNothing() {
        assertThat(verdictAfter(() -> {
                    redis.kill();
                    outlast();
                    redis.start();
                }))
                .matches(Verdict::isClean);
    }

    private Verdict verdictAfter(Runnable outage) {
        try (var load = new Load(stores);
                var one = WorkerProcess.boot(stores, Breakage.NONE);
                var other = WorkerProcess.boot(stores, Breakage.NONE)) {
            one.awaitBooted();
            other.awaitBooted();
            load.mixed(MESSAGES);
            one.start();
            other.start();
            awaitBusy();
            outage.run();
            load.mixed(200);
            try (var judge = new Judge(stores)) {
                return judge.awaitQuiet().verdict(load);
            }
        }
    }

    private void awaitBusy() {
        try (var judge = new Judge(stores)) {
            Awaitility.await("busy").until(() -> judge.receipts("work", "handled") > MESSAGES / 20);
        }
    }

    private static void outlast() {
        Awaitility.await("outage").pollDelay(OUTAGE).until(() -> true);
    }
}
