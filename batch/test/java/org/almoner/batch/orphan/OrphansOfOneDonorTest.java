package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is taken from a donor who has given before, or tried more than once. */
@AlmonerTest
@Stopped({"rectify-orphans", "gateway-calls", "donations"})
class OrphansOfOneDonorTest {

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
    @CsvSource({
        // gift before, status,    what is done; a known contact without a gift was cancelled once
        ",             Completed, CAPTURE",
        "PT1H,         Completed, CANCEL",
        "PT25H,        Completed, CAPTURE",
        "PT1H,         Refunded,  CAPTURE",
    })
    void takesNothingFromAKnownDonorWhoGaveToday(@Nullable Duration before, String status, String done) {
        orphans.knows("donor-7.1@example.net", before, status);
        caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.calls()).contains(done + " txn-7.1");
    }

    @Test
    void doesNotCountARecurringGiftOfToday() {
        orphans.knows("donor-7.1@example.net", Duration.ofHours(1), "Completed");
        sql.sql(
                        """
                        with recur as (
                            insert into contribution_recur (contact_id, gateway, subscr_id, amount, currency, cycle_day,
                                status, started_at, created_at)
                            select max(id), 'adyen', 's', 5, 'USD', 1, 'In Progress', now(), now() from contact returning id)
                        update contribution set contribution_recur_id = recur.id from recur
                        """)
                .update();
        caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.calls()).contains("CAPTURE txn-7.1");
    }

    @ParameterizedTest
    @CsvSource({"Completed, CAPTURE", "Refunded, CANCEL"})
    void trustsAGoodDonorAndNotOneWhoWasRefunded(String status, String done) {
        orphans.knows("donor-7.1@example.net", Duration.ofDays(30), status);
        caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 100, "avs", 25));

        assertThat(orphans.calls()).contains(done + " txn-7.1");
    }

    @Test
    void cancelsWhatTheVisitHasGivenAlready() {
        orphans.knows("somebody@example.net", Duration.ofDays(30), "Completed");
        sql.sql("update contribution set contribution_tracking_id = 7").update();
        caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.calls()).contains("CANCEL txn-7.1");
    }

    @Test
    void capturesOnePaymentOfADonorAndCancelsTheNext() {
        long first = caretaker.asksAbout(orphans.payment("1.1").put("email", "Same@example.net"));
        long second = caretaker.asksAbout(orphans.payment("2.1").put("email", "same@example.net"));

        orphans.saysOf("1.1", "PENDING_POKE");
        orphans.saysOf("2.1", "PENDING_POKE");
        assertThat(orphans.stateOf(second)).isEqualTo("LEFT LEAVE"); // the first may fail yet
        orphans.does("CAPTURE", "1.1");
        orphans.passTime();
        caretaker.run();
        orphans.saysOf("2.1", "PENDING_POKE");

        assertThat(orphans.stateOf(first)).isEqualTo("DECIDED COMPLETE");
        assertThat(orphans.stateOf(second)).isEqualTo("ACTING CANCEL");
    }

    /** It may have been captured before the gateway fell silent. */
    @ParameterizedTest
    @CsvSource({"COMPLETE, ACTING CANCEL", "FAILED, ACTING CAPTURE"})
    void waitsForAPaymentOfTheDonorWhoseCaptureNobodyHasConfirmed(String found, String state) {
        caretaker.asksAbout(orphans.payment("1.1").put("email", "same@example.net"));
        orphans.saysOf("1.1", "PENDING_POKE");
        orphans.answer("CAPTURE", "1.1", "UNAVAILABLE");
        orphans.passTime();
        long second = caretaker.asksAbout(orphans.payment("2.1").put("email", "same@example.net"));

        orphans.saysOf("2.1", "PENDING_POKE");
        assertThat(orphans.stateOf(second)).isEqualTo("LEFT LEAVE");
        orphans.saysOf("1.1", found);
        orphans.passTime();
        caretaker.run();
        orphans.saysOf("2.1", "PENDING_POKE");

        assertThat(orphans.stateOf(second)).isEqualTo(state);
    }

    /** In one claim or in two: they are the same donor's, so one waits for the other. */
    @Test
    void decidesOnOneOfTwoAnswersAtOnce() {
        caretaker.asksAbout(orphans.payment("1.1").put("email", "same@example.net"));
        caretaker.asksAbout(orphans.payment("2.1").put("email", "same@example.net"));
        var status = orphans.json().createObjectNode().put("state", "PENDING_POKE");
        status.putObject("risk_scores").put("cvv", 0);

        orphans.tell(
                orphans.answerTo("STATUS", "1.1", "DONE", status.deepCopy().put("gateway_txn_id", "txn-1")),
                orphans.answerTo("STATUS", "2.1", "DONE", status.deepCopy().put("gateway_txn_id", "txn-2")));

        assertThat(orphans.calls().stream().filter(call -> call.startsWith("CAPTURE")))
                .hasSize(1);
    }
}
