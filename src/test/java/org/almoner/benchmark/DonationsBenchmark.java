package org.almoner.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/** Measures donations: of new donors, and then of the same donors again, beside all the contacts that were there before. */
final class DonationsBenchmark {

    private static final int DONORS = 50_000;
    private static final int CONTACTS = 1_000_000;
    private static final int WARM_UP = 20_000;
    private static final int PART = 10_000;
    private static final int CLAIM = 200;
    private static final int CONSUMERS = 2;

    private static final String CONTACTS_BEFORE =
            """
            with added as (
                insert into contact (first_name, last_name, source, created_at, updated_at)
                select 'Known' || n, 'Donor' || n, 'benchmark', now(), now() from generate_series(1, %d) as n
                returning id, first_name),
            reached as (
                insert into contact_email (contact_id, email, is_primary)
                select id, first_name || '@example.net', true from added)
            insert into contact_address (contact_id, street_address, city, postal_code, country, is_primary)
            select id, 'Elm Street ' || id, 'Springfield', '62701', 'US', true from added
            """;

    private final PrintStream out = System.out;
    private final Stores stores;
    private final int donors;

    private DonationsBenchmark(Stores stores, int donors) {
        this.stores = stores;
        this.donors = donors;
    }

    /** Takes the number of donors, and of the contacts that are there before. */
    public static void main(String... arguments) throws IOException, SQLException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN); // the table is what counts
        int donors = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DONORS;
        int contacts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CONTACTS;
        try (var stores = new Stores("donations")) {
            new DonationsBenchmark(stores, donors).run(contacts);
        }
    }

    private void run(int contacts) throws IOException, SQLException {
        out.println(new Machine(stores).describe());
        out.printf(
                "%n%,d donors, claim %d, %d consumers%n%-36s %11s %9s %9s %8s %8s%n",
                donors, CLAIM, CONSUMERS, "", "donations/s", "first/s", "last/s", "program", "database");
        try (var application = Application.start(stores, CLAIM, CONSUMERS)) {
            stores.stage(donor -> DonationMessages.message(9, donors + donor), WARM_UP);
            stores.release();
            waitFor(0);
            application.settle();
            twoRounds("no contacts before", 1, application);
            if (contacts > 0) {
                stores.execute(CONTACTS_BEFORE.formatted(contacts));
                twoRounds("%,d contacts before".formatted(contacts), 3, application);
            }
        }
    }

    private void twoRounds(String beside, int round, Application application) throws SQLException {
        stores.execute("vacuum analyze");
        stores.execute("checkpoint");
        row("new donors, " + beside, round, 1_000_000 * round, application);
        row("the same donors again", round + 1, 1_000_000 * round, application);
    }

    private void row(String what, int round, int firstDonor, Application application) throws SQLException {
        stores.stage(donor -> DonationMessages.message(round, firstDonor + donor), donors);
        long before = contributions();
        var stopwatch = Stopwatch.started(stores, application.process());
        long start = System.nanoTime();
        stores.release();
        waitFor(donors - PART);
        long afterFirst = System.nanoTime();
        waitFor(PART);
        long beforeLast = System.nanoTime();
        waitFor(0);
        long end = System.nanoTime();
        Result result = stopwatch.stop(donors);
        if (contributions() - before != donors) {
            throw new IllegalStateException(
                    "%d donations left %d contributions".formatted(donors, contributions() - before));
        }
        out.printf(
                "%-36s %,11.0f %,9.0f %,9.0f %5.0f µs %5.0f µs%n",
                what,
                result.perSecond(),
                perSecond(afterFirst - start),
                perSecond(end - beforeLast),
                result.program(),
                result.database());
    }

    /** Until no more than so many wait. */
    private void waitFor(int waiting) {
        while (waiting == 0 ? !stores.isDrained() : stores.waiting() > waiting) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private long contributions() throws SQLException {
        return stores.count("select count(*) from contribution");
    }

    private static double perSecond(long nanos) {
        return PART * 1e9 / nanos;
    }
}
