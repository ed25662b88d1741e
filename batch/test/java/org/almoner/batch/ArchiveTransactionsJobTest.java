package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.almoner.archive.TransactionArchive;
import org.almoner.testing.AlmonerTest;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments that ended long ago are in history, whole and once. */
@AlmonerTest
@ExtendWith(OutputCaptureExtension.class)
class ArchiveTransactionsJobTest {

    private static final String LONG_AGO = "2024-02-29 12:00Z";

    @Autowired
    @Qualifier("archiveTransactions")
    Job job;

    @Autowired
    JobLauncher launcher;

    @Autowired
    TransactionArchive archive;

    @Autowired
    ArchiveSettings settings;

    @Autowired
    CamelContext camel;

    @Autowired
    JdbcClient sql;

    private TestPayments payments;

    @BeforeEach
    void setUp() {
        payments = new TestPayments(sql);
    }

    @Test
    void movesAPaymentWithAllItsEventsAsTheyWere() {
        payments.add(7, "NOTIFIED_OK", LONG_AGO);
        var view = sql.sql("select * from transaction_view").query().listOfRows();
        var events =
                sql.sql("select * from transaction_event order by id").query().listOfRows();

        run();

        assertThat(sql.sql("select * from transaction_view_history").query().listOfRows())
                .isEqualTo(view);
        assertThat(sql.sql("select * from transaction_event_history order by id")
                        .query()
                        .listOfRows())
                .isEqualTo(events);
        assertThat(sql.sql("select * from transaction_event").query().listOfRows())
                .isEmpty();
        assertThat(payments.here()).isEmpty();
    }

    /** Of the wall clock at this hour: as many as the day allows, or the night. */
    @Test
    void movesTheOldestFirstAndAsManyARunAsItsHourAllows() {
        payments.add(1, 200, "NOTIFIED_OK", LONG_AGO);

        run();

        int moved = payments.inHistory().size();
        assertThat(moved).isBetween(settings.lowRate(), settings.highRate());
        assertThat(payments.inHistory()).isEqualTo(numbers(1, moved));
        assertThat(payments.here()).isEqualTo(numbers(moved + 1, 200));
        assertThat(payments.torn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED_NOT_AUTHORIZED,  true",
        "CANCELED,                true",
        "UNAUTHORIZED,            true",
        "NOTIFIED_OK,             true",
        "REFUNDED,                true",
        "CANCELLATION_EXPIRED,    true",
        "EXPIRED,                 true",
        "ACTIVATED,               false",
        "AUTHORIZATION_REQUESTED, false",
        "AUTHORIZATION_COMPLETED, false",
        "CANCELLATION_REQUESTED,  false",
        "CLOSURE_REQUESTED,       false",
        "CLOSURE_ERROR,           false",
        "CLOSED,                  false",
        "NOTIFIED_KO,             false",
        "NOTIFICATION_ERROR,      false",
        "NOTIFICATION_REQUESTED,  false",
        "REFUND_REQUESTED,        false",
        "REFUND_ERROR,            false"
    })
    void movesWhatHasEndedOnly(String status, boolean isMoved) {
        payments.add(7, status, LONG_AGO);

        run();

        assertThat(payments.inHistory()).isEqualTo(isMoved ? List.of(7) : List.of());
        assertThat(payments.torn()).isEmpty();
    }

    @Test
    void leavesAnExpiredPaymentWhoseRefundIsNotDecided() {
        payments.add(7, "EXPIRED", LONG_AGO);
        sql.sql("update transaction_view set decide_by = now()").update();

        run();

        assertThat(payments.here()).containsExactly(7);
    }

    /** MIG-5. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T16:00:00Z, 2026-02-21T00:00:00Z",
        "2026-11-30T00:00:00Z, 2026-02-28T00:00:00Z",
        "2028-11-29T23:59:59Z, 2028-02-29T00:00:00Z",
        "2026-12-01T00:00:00Z, 2026-03-01T00:00:00Z"
    })
    void countsMonthsByTheCalendar(Instant now, Instant before) {
        assertThat(settings.before(Clock.fixed(now, ZoneOffset.UTC))).isEqualTo(before);
    }

    @Test
    void leavesWhatIsYounger() {
        var cutOff = settings.before(Clock.systemUTC());
        payments.add(1, "NOTIFIED_OK", cutOff.minusMillis(1).toString());
        payments.add(2, "NOTIFIED_OK", cutOff.toString());

        run();

        assertThat(payments.inHistory()).containsExactly(1);
        assertThat(payments.here()).containsExactly(2);
    }

    /** A copy from before a crash, or of a database that was restored. */
    @Test
    void countsWhatIsInHistoryAlreadyAsCopied() {
        payments.add(1, 3, "NOTIFIED_OK", LONG_AGO);
        sql.sql("insert into transaction_event_history select * from transaction_event where number < 3")
                .update();
        sql.sql("insert into transaction_view_history select * from transaction_view")
                .update();

        run();

        assertThat(payments.inHistory()).containsExactly(1, 2, 3);
        assertThat(payments.here()).isEmpty();
        assertThat(payments.torn()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into transaction_event_history select * from transaction_event where number = 2",
                "insert into transaction_view_history select * from transaction_view"
            })
    void leavesWhatIsInHistoryInAnotherVersionAndMovesTheRest(String copied, CapturedOutput output) {
        payments.add(1, 100, "NOTIFIED_OK", LONG_AGO);
        sql.sql(copied + (copied.contains("where") ? " and" : " where") + " right(transaction_id, 3) <= '090'")
                .update();
        sql.sql("update transaction_event_history set data = '{}'").update();
        sql.sql("update transaction_view_history set status = 'REFUNDED'").update();

        run();

        assertThat(payments.here()).containsExactlyElementsOf(numbers(1, 90));
        assertThat(payments.inHistory()).containsAll(numbers(91, 100));
        assertThat(output.getAll()).containsPattern("transactions are not moved, 0{31}1 the first of them");
    }

    /** MIG-1, MIG-4: what is copied already counts as moved, and what history refuses costs its neighbours nothing. */
    @Test
    void movesThoseAroundOneThatHistoryRefuses(CapturedOutput output) {
        payments.add(1, 7, "NOTIFIED_OK", LONG_AGO);
        sql.sql(
                        "insert into transaction_view_history select * from transaction_view where right(transaction_id, 1) = '2'")
                .update();
        sql.sql(
                        "alter table transaction_event_history add constraint not_three check (right(transaction_id, 1) <> '3')")
                .update();
        try {
            run();
        } finally {
            sql.sql("alter table transaction_event_history drop constraint not_three")
                    .update();
        }

        assertThat(payments.here()).containsExactly(3);
        assertThat(payments.inHistory()).containsExactly(1, 2, 4, 5, 6, 7);
        assertThat(payments.torn()).isEmpty();
        assertThat(output.getAll()).containsPattern("1 transactions are not moved, 0{31}3 the first of them");
    }

    @Test
    void goesOnWhereARunThatWasKilledHasLeftOff() {
        payments.add(1, 30, "NOTIFIED_OK", LONG_AGO);
        archive.move(List.of("%032d".formatted(1), "%032d".formatted(2)));

        run();

        assertThat(payments.inHistory()).isEqualTo(numbers(1, 30));
        assertThat(payments.torn()).isEmpty();
    }

    @Test
    void isOffByDefault() {
        var schedule = (QuartzEndpoint)
                Objects.requireNonNull(camel.getRoute("archive-transactions")).getEndpoint();

        assertThat(schedule.getCron()).endsWith("2099");
    }

    /** A column that only one of the two had would be lost, or stop the archive. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction_event", "transaction_view"})
    void hasTheSameColumnsInHistory(String table) {
        assertThat(columns(table + "_history")).isNotEmpty().isEqualTo(columns(table));
    }

    private void run() {
        new TestRun(launcher, job).completes();
    }

    private List<String> columns(String table) {
        return sql.sql(
                        """
                        select column_name || ' ' || data_type from information_schema.columns
                        where table_name = ? order by ordinal_position
                        """)
                .param(table)
                .query(String.class)
                .list();
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
