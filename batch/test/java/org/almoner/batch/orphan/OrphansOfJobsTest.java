package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An orphan that a job captures too, it or another payment of its order, is captured once. */
@AlmonerTest
@Stopped({"rectify-orphans", "gateway-calls", "donations"})
class OrphansOfJobsTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient sql;

    private TestOrphans orphans;
    private TestRectification caretaker;

    @BeforeEach
    void setUp() {
        orphans = TestOrphans.of(application);
        caretaker = new TestRectification(application, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING_POKE", "COMPLETE"})
    void leavesToAJobWhatAJobCaptures(String state) {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));
        captureByAJob("ingenico", "txn-7.1", null);

        orphans.saysOf("7.1", state);

        assertThat(orphans.stateOf(orphan)).isEqualTo(state.equals("COMPLETE") ? "DECIDED COMPLETE" : "LEFT LEAVE");
        assertThat(orphans.one("select string_agg(purpose, ' ') from gateway_call where ask = 'CAPTURE'"))
                .isEqualTo("job");
    }

    @Test
    void capturesWhatAJobGaveUpUnderTheSameKey() {
        caretaker.asksAbout(orphans.payment("7.1"));
        captureByAJob("ingenico", "txn-7.1", "UNAVAILABLE");

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(
                        orphans.one(
                                "select string_agg(purpose || ' ' || (due_at is not null), ' ') from gateway_call where ask = 'CAPTURE'"))
                .isEqualTo("orphan-capture true");
        orphans.does("CAPTURE", "7.1");
        assertThat(orphans.onlyDonation()).isNotNull();
    }

    /** The donor was authorised twice with one order: the money is taken once, and what tells of it needs the donor. */
    @ParameterizedTest
    @CsvSource({
        // what the gateway said of the other one, what becomes of this one
        ",            LEFT LEAVE",
        "DONE,        LEFT LEAVE",
        "UNAVAILABLE, LEFT LEAVE",
        "REFUSED,     ACTING CAPTURE",
    })
    void capturesOneOfTwoPaymentsOfAnOrder(@Nullable String outcome, String state) {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));
        captureByAJob("ingenico", "txn-other", outcome);

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.stateOf(orphan)).isEqualTo(state);
        assertThat(orphans.pending(orphan)).isEqualTo("open");
    }

    private void captureByAJob(String gateway, String txnId, @Nullable String outcome) {
        sql.sql(
                        """
                        insert into gateway_call (key, gateway, ask, order_id, gateway_txn_id, purpose, context, intended_at,
                            due_at, outcome)
                        select 'capture:' || told.gateway || ':' || told.txn, told.gateway, 'CAPTURE', '7.1', told.txn, 'job',
                            '{}', now(), case when told.outcome is null then now() end, told.outcome
                        from (select ?::text as gateway, ?::text as txn, ?::text as outcome) as told
                        """)
                .param(gateway)
                .param(txnId)
                .param(outcome)
                .update();
    }
}
