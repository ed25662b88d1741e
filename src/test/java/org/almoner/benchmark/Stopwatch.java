package org.almoner.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.LongStream;

/** Time and CPU time, of the program that moves messages and of PostgreSQL, from its start on. */
final class Stopwatch {

    private final Stores stores;
    private final ProcessHandle program;
    private final long programNanos;
    private final long databaseNanos;
    private final long start;

    private Stopwatch(Stores stores, ProcessHandle program) throws SQLException {
        this.stores = stores;
        this.program = program;
        this.programNanos = nanos(program);
        this.databaseNanos = databaseNanos(stores);
        this.start = System.nanoTime();
    }

    static Stopwatch started(Stores stores, ProcessHandle program) throws SQLException {
        return new Stopwatch(stores, program);
    }

    Result stop(int messages) throws SQLException {
        long nanos = System.nanoTime() - start;
        return new Result(
                messages * 1e9 / nanos,
                (nanos(program) - programNanos) / 1e3 / messages,
                (databaseNanos(stores) - databaseNanos) / 1e3 / messages);
    }

    private static long databaseNanos(Stores stores) throws SQLException {
        return LongStream.of(stores.postgresProcesses())
                .mapToObj(ProcessHandle::of)
                .flatMap(process -> process.stream())
                .mapToLong(Stopwatch::nanos)
                .sum();
    }

    private static long nanos(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
}
