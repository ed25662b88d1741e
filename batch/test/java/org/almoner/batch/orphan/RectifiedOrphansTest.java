package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of payments that nobody came back from, once their gateways have been asked. */
@AlmonerTest
@Stopped({"rectify-orphans", "gateway-calls", "donations"})
class RectifiedOrphansTest {

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

    @Test
    void capturesWhatWaitsForItAndSendsTheDonationOn() {
        var payment = orphans.payment("7.1");
        payment.remove("last_name");
        long orphan = caretaker.asksAbout(payment.put("email", ""));
        var status =
                orphans.json().createObjectNode().put("state", "PENDING_POKE").put("gateway_txn_id", "txn-7");
        status.put("processor_contact_id", "PC7").put("recurring_payment_token", "token-7");
        status.putObject("donor")
                .put("last_name", "Blake")
                .put("first_name", "Nobody")
                .put("email", "r@example.net");
        status.putObject("risk_scores").put("cvv", 0).put("avs", 25);

        orphans.answer("STATUS", "7.1", "DONE", status);
        assertThat(orphans.stateOf(orphan)).isEqualTo("ACTING CAPTURE");
        assertThat(orphans.calls()).containsExactly("STATUS 7.1", "CAPTURE txn-7");
        orphans.does("CAPTURE", "7.1");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED COMPLETE");
        assertThat(orphans.pending(orphan)).isEqualTo("resolved");
        var donation = orphans.onlyDonation();
        assertThat(donation.path("gateway_txn_id").asText()).isEqualTo("txn-7");
        assertThat(donation.path("first_name").asText()).isEqualTo("Rowan");
        assertThat(donation.path("last_name").asText()).isEqualTo("Blake");
        assertThat(donation.path("email").asText()).isEqualTo("r@example.net");
        assertThat(donation.path("processor_contact_id").asText()).isEqualTo("PC7");
        assertThat(donation.path("recurring_payment_token").asText()).isEqualTo("token-7");
        assertThat(donation.path("gross").asText()).isEqualTo("5.00");
        assertThat(donation.has("gateway_session_id")).isFalse();
        assertThat(donation.has("pending_id")).isFalse();
    }

    @Test
    void sendsOnWhatIsCompleteWithoutAnotherCall() {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", "COMPLETE");

        assertThat(orphans.calls()).containsExactly("STATUS 7.1");
        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED COMPLETE");
        assertThat(orphans.onlyDonation().path("gateway_txn_id").asText()).isEqualTo("txn-7.1");
        assertThat(orphans.receipts("payments-init")).isZero(); // no risk was decided on
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "CANCELLED", "REFUNDED"})
    void forgetsTheDonorOfWhatFailed(String state) {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", state);

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED FAILED");
        assertThat(orphans.pending(orphan)).isEqualTo("gone");
        assertThat(orphans.sent("donations")).isEmpty();
    }

    @Test
    void cancelsWhatIsTooRiskyAndForgetsItsDonor() {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 100, "avs", 25));
        assertThat(orphans.stateOf(orphan)).isEqualTo("ACTING CANCEL");
        orphans.does("CANCEL", "7.1");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED CANCELLED");
        assertThat(orphans.pending(orphan)).isEqualTo("gone");
        await().untilAsserted(() -> assertThat(orphans.outcome()).isEqualTo("reject cancelled"));
    }

    @Test
    void leavesWhatSomebodyIsToLookAtAndLooksAgain() {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE", Map.of());
        assertThat(orphans.stateOf(orphan)).isEqualTo("LEFT LEAVE");
        assertThat(orphans.pending(orphan)).isEqualTo("open");
        caretaker.run();
        assertThat(orphans.calls()).hasSize(1);

        orphans.passTime();
        caretaker.run();
        orphans.saysOf("7.1", "COMPLETE"); // by hand
        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED COMPLETE");
        assertThat(orphans.onlyDonation()).isNotNull();
    }

    @Test
    void alertsSomebodyOnceOfWhatWaitsForDays() {
        orphans.add(orphans.payment("7.1"), Duration.ofDays(4));

        for (int look = 0; look < 3; look++) {
            orphans.passTime();
            caretaker.run();
            orphans.saysOf("7.1", "PENDING");
        }

        assertThat(orphans.one("select string_agg(kind || ': ' || split_part(about, ' pending', 1), ', ') from alert"))
                .isEqualTo("undecided orphan: gateway=ingenico order=7.1");
    }

    @Test
    void actsOnceHoweverOftenAnAnswerComes() {
        caretaker.asksAbout(orphans.payment("7.1"));
        var status = orphans.json().createObjectNode().put("state", "COMPLETE").put("gateway_txn_id", "txn-7");
        var answer = orphans.answerTo("STATUS", "7.1", "DONE", status);

        orphans.tell(answer, answer, answer.deepCopy().put("call_key", "the same under another name"));

        assertThat(orphans.onlyDonation()).isNotNull();
    }

    @Test
    void leavesAloneWhatADonationHasResolvedMeanwhile() {
        long orphan = caretaker.asksAbout(orphans.payment("7.1"));
        sql.sql("update pending_payment set resolved_at = now()").update();

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED ELSEWHERE");
        assertThat(orphans.calls()).hasSize(1);
    }

    @Test
    void beginsARecurringPaymentAtPayPalOfWhichItWillTellItself() {
        var payment = payPal("7.1").put("recurring", "1").put("frequency_unit", "month");
        long orphan = caretaker.asksAbout(payment.put("processor_contact_id", "payer-7"));

        orphans.saysOf("7.1", "PENDING_POKE");
        assertThat(orphans.calls()).contains("SUBSCRIBE txn-7.1");
        assertThat(orphans.one("select context from gateway_call where ask = 'SUBSCRIBE'"))
                .contains("\"frequency_unit\":\"month\"", "\"processor_contact_id\":\"payer-7\"");
        orphans.does("SUBSCRIBE", "7.1");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED COMPLETE");
        assertThat(orphans.pending(orphan)).isEqualTo("resolved"); // and there for its IPN
        assertThat(orphans.sent("donations")).isEmpty();
    }

    @Test
    void leavesWhatPayPalCannotCancel() {
        orphans.knows("donor-7.1@example.net", Duration.ofHours(1), "Completed");
        long orphan = caretaker.asksAbout(payPal("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.stateOf(orphan)).isEqualTo("LEFT LEAVE");
        assertThat(orphans.calls()).hasSize(1);
        assertThat(orphans.receipts("payments-init")).isZero();
    }

    @Test
    void decidesOnThePaymentsOfAClaimEachByItself() {
        Stream.of("1.1", "2.1", "3.1").forEach(order -> orphans.add(orphans.payment(order)));
        caretaker.run();
        var good = orphans.json().createObjectNode().put("state", "COMPLETE");

        orphans.tell(
                orphans.answerTo("STATUS", "1.1", "DONE", good.deepCopy().put("gateway_txn_id", "txn-1")),
                orphans.answerTo("STATUS", "2.1", "DONE", good.deepCopy().put("state", "NONSENSE")),
                orphans.answerTo("STATUS", "3.1", "DONE", good.deepCopy().put("gateway_txn_id", "txn-3")));

        await().untilAsserted(() -> assertThat(orphans.sent("donations")).hasSize(2));
        assertThat(orphans.one("select count(*)::text from dead_letter where queue = 'gateway-answers'"))
                .isEqualTo("1");
    }

    private ObjectNode payPal(String order) {
        return orphans.payment(order).put("gateway", "paypal_ec").put("payment_method", "paypal");
    }
}
