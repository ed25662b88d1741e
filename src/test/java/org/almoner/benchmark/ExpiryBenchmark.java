package org.almoner.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/**
 * Measures how fast payments expire, beside one SQL statement that does the same for all of them at once; and how well a rate is
 * kept that is set.
 */
final class ExpiryBenchmark {

    private static final int PAYMENTS = 1_000_000;
    private static final int WARM_UP = 100_000;
    private static final int AT_A_RATE = 6_000; // payments, a minute
    private static final int PAGE = 1_000;

    /** The scheduler as it is deployed: what arrives at its time is the consumers' business. */
    private static final String[] COMMON = {
        "--camel.main.routes-include-pattern=file:routes/schedules/*.camel.yaml,file:routes/shared/*.camel.yaml",
        "--almoner.expiry.cron=*/5 * * * * *", // soon after the payments are there
        "--almoner.expiry.grace-age=1h",
        "--almoner.expiry.spread=1h",
        "--almoner.expiry.max-duration=1h"
    };

    /** A server for millions of payments has more than the defaults of PostgreSQL, which are for one of 128 MB. */
    private static final String[] MEMORY = {"shared_buffers=2GB", "max_wal_size=4GB"};

    private final PrintStream out = System.out;
    private final Stores stores;
    private final OpenPayments payments;

    private ExpiryBenchmark(Stores stores) {
        this.stores = stores;
        this.payments = new OpenPayments(stores);
    }

    /** Takes the number of payments, of which every other one is to expire. */
    public static void main(String... arguments) throws IOException, SQLException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN); // the table is what counts
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PAYMENTS;
        try (var stores = new Stores("transactions", MEMORY)) {
            new ExpiryBenchmark(stores).run(count);
        }
    }

    private void run(int count) throws IOException, SQLException {
        out.println(new Machine(stores).describe() + ", PostgreSQL with " + String.join(", ", MEMORY));
        out.printf(
                "%n%,d payments of four events, every other one expires; pages of %,d%n%-28s %10s %9s %9s %8s %8s%n",
                count, PAGE, "", "expired/s", "first/s", "last/s", "program", "database");
        payments.add(count);
        out.printf("%-28s %,10.0f%n", "one SQL statement", payments.expireAtOnce());
        atFullSpeed(count);
        atARate();
    }

    private void atFullSpeed(int count) throws IOException, SQLException {
        payments.clear();
        try (var application = application("--almoner.expiry.page-size=" + PAGE, "--almoner.expiry.page-delay=0s")) {
            payments.add(WARM_UP);
            waitFor(WARM_UP / 2);
            payments.clear();
            application.settle();
            payments.add(count);
            int expiring = count / 2;
            waitFor(1);
            var stopwatch = Stopwatch.started(stores, application.process());
            long start = System.nanoTime();
            waitFor(expiring / 10);
            long afterFirst = System.nanoTime();
            waitFor(expiring - expiring / 10);
            long beforeLast = System.nanoTime();
            waitFor(expiring);
            long end = System.nanoTime();
            Result cost = stopwatch.stop(expiring);
            out.printf(
                    "%-28s %,10.0f %,9.0f %,9.0f %5.0f µs %5.0f µs   memory at its peak %d MiB%n",
                    "Almoner",
                    payments.expiredPerSecond(),
                    expiring / 10 * 1e9 / (afterFirst - start),
                    expiring / 10 * 1e9 / (end - beforeLast),
                    cost.program(),
                    cost.database(),
                    application.peakMemory());
        }
    }

    private void atARate() throws IOException, SQLException {
        payments.clear();
        try (var application = application("--almoner.expiry.page-size=10", "--almoner.expiry.page-delay=100ms")) {
            payments.add(2 * AT_A_RATE);
            waitFor(AT_A_RATE);
            out.printf(
                    "%-28s %,10.1f   memory at its peak %d MiB%n",
                    "Almoner, set to 100 a second", payments.expiredPerSecond(), application.peakMemory());
        }
    }

    private Application application(String... settings) throws IOException {
        String[] all = Arrays.copyOf(COMMON, COMMON.length + settings.length);
        System.arraycopy(settings, 0, all, COMMON.length, settings.length);
        return Application.start(stores, () -> stores.count("select count(*) from expiry_run") > 0, all);
    }

    private void waitFor(int expired) throws SQLException {
        while (payments.expired() < expired) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
