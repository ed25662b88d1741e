package org.almoner.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Times how long it takes to bring a number of messages from Redis to PostgreSQL. */
final class Race {

    private static final int WARM_UP = 300_000; // by then the JVM has compiled what the route needs
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);

    private final Stores stores;
    private final int messages;

    Race(Stores stores, int messages) {
        this.stores = stores;
        this.messages = messages;
    }

    Result ceiling() throws SQLException {
        try (var ceiling = new Ceiling(stores)) {
            ready(WARM_UP, Load.CLEAN);
            stores.release();
            ceiling.run();
            ready(messages, Load.CLEAN);
            var stopwatch = Stopwatch.started(stores, ProcessHandle.current());
            stores.release();
            ceiling.run();
            return checked(stopwatch.stop(messages), Load.CLEAN);
        }
    }

    Result almoner(int claim, int consumers, Load load) throws IOException, SQLException {
        try (var application = Application.start(stores, claim, consumers)) {
            warmUp(load);
            application.settle();
            ready(messages, load);
            var stopwatch = Stopwatch.started(stores, application.process());
            stores.release();
            while (!stores.isDrained()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
            return checked(stopwatch.stop(messages), load);
        }
    }

    void warmUp(Load load) throws SQLException {
        ready(WARM_UP, load);
        stores.release();
        long start = System.nanoTime();
        while (!stores.isDrained() && System.nanoTime() - start < LONGEST_WARM_UP.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        stores.clear();
    }

    private void ready(int count, Load load) throws SQLException {
        stores.empty();
        stores.stage(load, count);
    }

    /** A fast run that lost something would be worth nothing. */
    private Result checked(Result result, Load load) throws SQLException {
        long rows = stores.count("select count(*) from pending_payment");
        if (rows != load.rows(messages)) {
            throw new IllegalStateException("%d messages, %s, left %d rows, not %d"
                    .formatted(messages, load.words(), rows, load.rows(messages)));
        }
        return result;
    }
}
