package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose gateway is asked, and when. */
@AlmonerTest
@Stopped({"rectify-orphans", "gateway-calls"}) // so that no gateway answers but as a test says
class RectifyOrphansJobTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    CamelContext camel;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient sql;

    private TestOrphans orphans;
    private TestRectification caretaker;

    @BeforeEach
    void setUp() {
        orphans = TestOrphans.of(application);
        caretaker = new TestRectification(application, 5);
    }

    @Test
    void asksAboutTheOldestFirstAndOnce() {
        orphans.add(orphans.payment("3.1"), Duration.ofMinutes(21));
        orphans.add(orphans.payment("1.1"), Duration.ofDays(2));
        orphans.add(orphans.payment("2.1"), Duration.ofHours(2));

        caretaker.run();
        caretaker.run();

        assertThat(orphans.calls()).containsExactly("STATUS 1.1", "STATUS 2.1", "STATUS 3.1");
    }

    @ParameterizedTest
    @CsvSource({
        // gateway, method, minutes, asked
        "ingenico,  cc,     21,      1",
        "paypal_ec, paypal, 21,      1",
        "ingenico,  cc,     19,      0",
        "paypal_ec, paypal, 19,      0",
        "ingenico,  rtbt,   60,      0",
        "gravy,     cc,     60,      0",
        "paypal,    paypal, 60,      0",
    })
    void asksAboutThoseThatAreOldEnoughAndWatched(String gateway, String method, int minutes, int asked) {
        var payment = orphans.payment("1.1").put("gateway", gateway).put("payment_method", method);
        orphans.add(payment, Duration.ofMinutes(minutes));

        caretaker.run();

        assertThat(orphans.calls()).hasSize(asked);
    }

    @Test
    void asksPayPalAboutExpressCheckouts() {
        orphans.add(orphans.payment("1.1").put("gateway", "paypal_ec").put("payment_method", "paypal"));

        caretaker.run();

        assertThat(sql.sql("select gateway || ' ' || session_id from gateway_call")
                        .query(String.class)
                        .single())
                .isEqualTo("paypal session-1.1");
    }

    @Test
    void leavesResolvedOnesAlone() {
        orphans.add(orphans.payment("1.1"));
        sql.sql("update pending_payment set resolved_at = now()").update();

        caretaker.run();

        assertThat(orphans.calls()).isEmpty();
    }

    /** A row without an order could be resolved by nobody, and was found again and again. */
    @ParameterizedTest
    @CsvSource({"order_id", "contribution_tracking_id", "gateway_session_id", "gross"})
    void givesUpWhatNoGatewayCanBeAskedAbout(String missing) {
        var payment = orphans.payment("1.1").put("gateway_txn_id", "txn-1");
        payment.remove(missing);
        long lacking = orphans.add(payment);
        orphans.add(orphans.payment("2.1"));

        caretaker.run();
        orphans.passTime();
        caretaker.run();

        assertThat(orphans.calls()).contains("STATUS 2.1").doesNotContain("STATUS 1.1");
        assertThat(orphans.stateOf(lacking)).isEqualTo("DECIDED UNRESOLVABLE");
        assertThat(orphans.pending(lacking)).isEqualTo("resolved");
        assertThat(sql.sql("select sum(unresolvable) from orphan_run")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void givesUpWhatCannotBeRead() {
        long unreadable = orphans.add(orphans.payment("1.1").put("contribution_tracking_id", "many"));

        caretaker.run();

        assertThat(orphans.stateOf(unreadable)).isEqualTo("DECIDED UNRESOLVABLE");
    }

    @Test
    void isStarvedByNothingThatWaitsAtTheHead() {
        IntStream.rangeClosed(1, 12).forEach(n -> orphans.add(orphans.payment(n + ".1"), Duration.ofHours(9)));
        caretaker.run();
        orphans.add(orphans.payment("99.1"), Duration.ofMinutes(30));

        caretaker.run();

        assertThat(orphans.calls()).hasSize(13).contains("STATUS 99.1");
    }

    @Test
    void asksAboutOneAttemptWithAnOrderAtATime() {
        orphans.add(orphans.payment("1.1"), Duration.ofHours(2));
        long second = orphans.add(orphans.payment("1.1"), Duration.ofHours(1));

        caretaker.run();

        assertThat(orphans.calls()).hasSize(1);
        orphans.saysOf("1.1", "FAILED");
        caretaker.run();
        assertThat(orphans.calls()).hasSize(2);
        assertThat(orphans.stateOf(second)).isEqualTo("ASKED");
    }

    @Test
    void asksAgainWhenAnAnswerIsLost() {
        long lost = orphans.add(orphans.payment("1.1"));
        caretaker.run();
        var late = orphans.answerTo(
                "STATUS", "1.1", "DONE", orphans.json().createObjectNode().put("state", "FAILED"));

        orphans.passTime();
        caretaker.run();
        orphans.tell(late);

        assertThat(orphans.calls()).hasSize(2);
        assertThat(orphans.stateOf(lost)).isEqualTo("ASKED"); // the late answer said how it stood before
    }

    @Test
    void asksOnceHoweverManyRunsThereAre() {
        IntStream.rangeClosed(1, 40).forEach(n -> orphans.add(orphans.payment(n + ".1")));

        var runs = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(caretaker::run))
                .toList();
        runs.forEach(CompletableFuture::join);
        caretaker.run(); // whoever met another one's page has left it

        assertThat(orphans.calls()).hasSize(40);
        assertThat(sql.sql("select max(round) from orphan").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void leavesNothingHalfDoneWhenItIsCutOff() throws Exception {
        long first = orphans.add(orphans.payment("1.1"), Duration.ofHours(2));
        orphans.add(orphans.payment("2.1"), Duration.ofHours(1));

        assertThat(cutOffAt(first)).isNotEqualTo(BatchStatus.COMPLETED);

        assertThat(orphans.calls()).isEmpty();
        assertThat(orphans.stateOf(first)).isEqualTo("none");

        caretaker.run();
        assertThat(orphans.calls()).containsExactly("STATUS 1.1", "STATUS 2.1");
    }

    @Test
    void holdsAPageInMemoryHoweverManyThereAre() throws Exception {
        sql.sql(
                        """
                        insert into pending_payment (date, gateway, order_id, gateway_txn_id, payment_method, message)
                        select now() - interval '2 days' + n * interval '1 second', 'ingenico', n || '.1', '', 'cc',
                            replace(?, '1.1', n || '.1')
                        from generate_series(1, 10000) as n
                        """)
                .param(orphans.payment("1.1").toString())
                .update();
        var reader = new TestRectification(application, 100).reader();

        int found = 0;
        long last = 0;
        for (var overdue = reader.read(); overdue != null; overdue = reader.read()) {
            assertThat(overdue.pendingId()).isGreaterThan(last);
            last = overdue.pendingId();
            found++;
        }

        assertThat(found).isEqualTo(10_000);
        new TestRectification(application, 500).run();
        assertThat(sql.sql("select count(distinct order_id) from gateway_call")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10_000);
        assertThat(sql.sql("select found || ' ' || asked from orphan_run where ended_at is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("10000 10000");
    }

    /** Somebody holds it up at its first payment, and then its connection is gone. */
    private BatchStatus cutOffAt(long pendingId) throws SQLException {
        try (var other = dataSource.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    """
                    insert into orphan (pending_id, gateway, begun_at, state, asked_at, look_again_at)
                    values (%d, 'ingenico', now(), 'ASKED', now(), now())
                    """
                            .formatted(pendingId));
            var run = CompletableFuture.supplyAsync(caretaker::run);
            await().until(() -> !sql.sql(
                            """
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where wait_event_type = 'Lock' and query like 'insert into orphan as%'
                                and datname = current_database()
                            """)
                    .query(Boolean.class)
                    .list()
                    .isEmpty());
            var ended = run.join();
            other.rollback();
            return ended.getStatus();
        }
    }
}
