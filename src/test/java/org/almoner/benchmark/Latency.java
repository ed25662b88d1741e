package org.almoner.benchmark;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a message takes from just before its push until another connection sees its row, at a steady pace. That
 * connection looks about twice a millisecond, so the figures are a little too high, never too low.
 */
final class Latency {

    static final int PER_SECOND = 500;

    private static final int MESSAGES = 20 * PER_SECOND;
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MICROSECONDS.toNanos(400);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Stores stores;
    private final AtomicLongArray pushedAt = new AtomicLongArray(MESSAGES);
    private final long[] nanos = new long[MESSAGES];

    Latency(Stores stores) {
        this.stores = stores;
    }

    /** The application must be warm and idle. */
    Latency measure() throws SQLException {
        long firstId = stores.count("select nextval(pg_get_serial_sequence('pending_payment', 'id'))") + 1;
        var pushing = CompletableFuture.runAsync(this::push);
        watch(firstId);
        pushing.join();
        Arrays.sort(nanos);
        return this;
    }

    double millis(double share) {
        return nanos[(int) Math.ceil(share * MESSAGES) - 1] / 1e6;
    }

    private void push() {
        long start = System.nanoTime();
        for (int number = 0; number < MESSAGES; number++) {
            byte[] message = PendingMessages.message(number);
            for (long due = start + number * INTERVAL_NANOS; System.nanoTime() < due; ) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            pushedAt.set(number, System.nanoTime());
            stores.push(message);
        }
    }

    private void watch(long firstId) throws SQLException {
        var seen = new BitSet(MESSAGES);
        long start = System.nanoTime();
        try (var connection = stores.connection();
                var look = connection.prepareStatement("select id, order_id from pending_payment where id >= ?")) {
            while (seen.cardinality() < MESSAGES) {
                look(look, firstId, seen);
                if (System.nanoTime() - start > LONGEST_NANOS) {
                    throw new IllegalStateException("%d of %d arrived".formatted(seen.cardinality(), MESSAGES));
                }
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        }
    }

    /** From the first id that is not there yet: two consumers do not commit in the order of the ids. */
    private void look(PreparedStatement look, long firstId, BitSet seen) throws SQLException {
        look.setLong(1, firstId + seen.nextClearBit(0));
        try (var rows = look.executeQuery()) {
            long now = System.nanoTime();
            while (rows.next()) {
                int place = (int) (rows.getLong(1) - firstId);
                if (!seen.get(place)) {
                    seen.set(place);
                    nanos[place] = now - pushedAt.get(PendingMessages.number(rows.getString(2)));
                }
            }
        }
    }
}
