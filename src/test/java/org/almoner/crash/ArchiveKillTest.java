package org.almoner.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two archivers, of which the one at work is killed at each step of a page: whatever it was at, each payment is in one place. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class ArchiveKillTest {

    private static final ArchivePoint[] POINTS = ArchivePoint.values();
    private static final int PAYMENTS = (POINTS.length + 3) * Archiver.PAGE;

    private final Stores stores = CrashStores.fresh();

    @Test
    void losesNoPaymentAndHasNoneTwice() {
        var payments = new OldPayments(stores, PAYMENTS);
        try (var archivers = new Succession(() -> Archiver.boot(stores), POINTS.length, n -> POINTS[n])) {
            archivers.begin();
            for (var ignored : POINTS) {
                archivers.awaitDeath();
                assertThat(payments.torn()).isZero();
            }
            assertThat(payments.here()).isPositive();

            payments.awaitMoved(Duration.ofSeconds(30));
        }
        assertThat(payments.torn()).isZero();
    }
}
