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

/** Measures Almoner beside the ceiling, on the same stores in the same run, and prints a table. */
final class Benchmark {

    private static final int MESSAGES = 100_000;
    private static final int WAITING = 1_000_000;
    private static final int[] CLAIMS = {1, 100, 200, 500};
    private static final int[] CONSUMERS = {1, 2};
    private static final int USUAL_CLAIM = 200;
    private static final int USUAL_CONSUMERS = 2;

    private final PrintStream out = System.out;
    private final Stores stores;
    private final Race race;
    private final int messages;

    private Benchmark(Stores stores, int messages) {
        this.stores = stores;
        this.race = new Race(stores, messages);
        this.messages = messages;
    }

    /**
     * Takes the number of messages, a multiple of 1000, and claim sizes; or {@code donations}, {@code expire} or
     * {@code notifications}, and what {@link DonationsBenchmark}, {@link ExpiryBenchmark} or {@link NotificationsBenchmark} takes.
     * Then it looks at these and at nothing else.
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN); // the table is what counts
        String subject = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (subject) {
            case "donations" -> DonationsBenchmark.main(rest);
            case "expire" -> ExpiryBenchmark.main(rest);
            case "notifications" -> NotificationsBenchmark.main(rest);
            case "" -> {
                race(MESSAGES);
                DonationsBenchmark.main();
                ExpiryBenchmark.main();
                NotificationsBenchmark.main();
            }
            default ->
                race(
                        Integer.parseInt(subject),
                        Arrays.stream(rest).mapToInt(Integer::parseInt).toArray());
        }
    }

    private static void race(int count, int... claims) throws IOException, SQLException {
        try (var stores = new Stores()) {
            new Benchmark(stores, count).run(claims);
        }
    }

    private void run(int... claims) throws IOException, SQLException {
        out.println(new Machine(stores).describe());
        out.printf(
                "%,d messages of %,d bytes; the application runs with %s%n%n",
                messages, PendingMessages.message(1).length, String.join(" ", Application.HEAP));
        Result ceiling = race.ceiling();
        out.printf(
                "%-28s %5s %9s %10s %7s %8s %8s%n",
                "", "claim", "consumers", "messages/s", "ratio", "program", "database");
        row("plain JDBC, one connection", Ceiling.BUNDLE, 1, ceiling, ceiling);
        for (int claim : claims.length > 0 ? claims : CLAIMS) {
            for (int consumers : CONSUMERS) {
                almoner(claim, consumers, Load.CLEAN, ceiling);
            }
        }
        if (claims.length > 0) {
            return;
        }
        almoner(USUAL_CLAIM, USUAL_CONSUMERS, Load.MALFORMED, ceiling);
        almoner(USUAL_CLAIM, USUAL_CONSUMERS, Load.TWICE, ceiling);
        row("plain JDBC, once more", Ceiling.BUNDLE, 1, race.ceiling(), ceiling);
        latency();
        memory();
    }

    private void almoner(int claim, int consumers, Load load, Result ceiling) throws IOException, SQLException {
        row("Almoner, " + load.words(), claim, consumers, race.almoner(claim, consumers, load), ceiling);
    }

    private void row(String what, int claim, int consumers, Result result, Result ceiling) {
        out.printf(
                "%-28s %5d %9d %,10.0f %7.2f %5.0f µs %5.0f µs%n",
                what,
                claim,
                consumers,
                result.perSecond(),
                result.perSecond() / ceiling.perSecond(),
                result.program(),
                result.database());
    }

    private void latency() throws IOException, SQLException {
        try (var application = Application.start(stores, USUAL_CLAIM, USUAL_CONSUMERS)) {
            race.warmUp(Load.CLEAN);
            stores.empty();
            var latency = new Latency(stores).measure();
            out.printf(
                    "%nfrom push to commit at %d messages/s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms; memory %d MiB%n",
                    Latency.PER_SECOND,
                    latency.millis(0.5),
                    latency.millis(0.99),
                    latency.millis(1),
                    application.peakMemory());
        }
    }

    private void memory() throws IOException, SQLException {
        stores.empty();
        stores.stage(Load.CLEAN, WAITING);
        stores.release();
        try (var application = Application.start(stores, USUAL_CLAIM, USUAL_CONSUMERS)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(30));
            out.printf(
                    "memory at its peak, with %,d messages waiting and half a minute at work: %d MiB%n",
                    WAITING, application.peakMemory());
        }
        stores.clear();
    }
}
