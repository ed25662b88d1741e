package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.almoner.testing.TestPostgres;
import org.almoner.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** PostgreSQL or Redis goes away in the middle of a run, or the scheduler is asked to end there. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class ExpiryOutageTest {

    private static final int PAYMENTS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestPostgres postgres = new TestPostgres().start();
    private final TestRedis redis = new TestRedis().start();
    private final Stores stores = new Stores(postgres.newDatabase(), redis.url()).migrated();

    @AfterEach
    void stop() {
        postgres.close();
        redis.close();
    }

    @Test
    void ofPostgresCostsNoPaymentItsExpiry() {
        try (var payments = new Payments(stores);
                var scheduler = Scheduler.boot(stores)) {
            payments.add(PAYMENTS);
            scheduler.start();
            payments.awaitSomeExpired(PAYMENTS / 10);

            postgres.kill();
            postgres.start();
            payments.awaitExpired(PATIENCE);

            assertThat(payments.verdict()).matches(Verdict::isClean);
        }
    }

    /** PUB-4, PUB-7, NEW-4: what could not be pushed is pushed later, the same event once, and nobody expires again. */
    @Test
    void ofRedisCostsNoMessage() {
        try (var payments = new Payments(stores);
                var scheduler = Scheduler.boot(stores)) {
            payments.add(PAYMENTS);
            scheduler.start();
            payments.awaitSomeArrived();

            redis.stop();
            payments.awaitSomeExpired(PAYMENTS);
            redis.start();
            payments.awaitExpired(PATIENCE);

            assertThat(payments.verdict()).matches(Verdict::isClean);
        }
    }

    /** NEW-15: the chunk in hand is finished, the lease is given up, and another process goes on. */
    @Test
    void ofASchedulerThatIsAskedToEndCostsNoTime() {
        try (var payments = new Payments(stores);
                var one = Scheduler.boot(stores);
                var other = Scheduler.boot(stores)) {
            payments.add(PAYMENTS);
            one.start();
            payments.awaitSomeExpired(PAYMENTS / 10);

            one.signal("TERM");
            one.exitCode(Duration.ofSeconds(20));
            assertThat(payments.leasesInUse()).isZero();
            other.start();
            payments.awaitExpired(PATIENCE);

            assertThat(payments.verdict()).matches(Verdict::isClean);
        }
    }
}
