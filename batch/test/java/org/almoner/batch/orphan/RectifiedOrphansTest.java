package org.almoner.batch.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    CamelContext camel;

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
        long orphan = asked(payment.put("email", ""));
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
        var donation = onlyDonation();
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

    /** Both tables refuse a message that lacks what they need. */
    @Test
    void tellsTheFrontEndsTablesWhatTheyNeed() {
        asked(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 50, "avs", 10));
        orphans.does("CAPTURE", "7.1");

        await().untilAsserted(() -> assertThat(
                        one(
                                """
                        select concat_ws(' ', contribution_tracking_id, order_id, gateway, gateway_txn_id, payment_method,
                            payment_submethod, country, amount, currency_code, validation_action, payments_final_status)
                        from payments_initial where server <> ''
                        """))
                .isEqualTo("7 7.1 ingenico txn-7.1 cc visa NL 5.00 EUR process complete"));
        await().untilAsserted(() -> assertThat(
                        one(
                                """
                        select concat_ws(' ', contribution_tracking_id, order_id, gateway, payment_method, user_ip,
                            validation_action, f.risk_score, string_agg(filter_name || '=' || b.risk_score, ' ' order by 1))
                        from payments_fraud as f join payments_fraud_breakdown as b on payments_fraud_id = f.id
                        where server <> '' group by f.id
                        """))
                .contains("7 7.1 ingenico cc 192.0.2.44", " process 60 ", "getCVVResult=50", "getAVSResult=10"));
    }

    @Test
    void addsTheScoresThatAreKnown() {
        long orphan = asked(orphans.payment("7.1"));
        score("7", "7.1", "initial", 25);

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 50));

        assertThat(orphans.stateOf(orphan)).isEqualTo("LEFT LEAVE");
        await().untilAsserted(() -> assertThat(one("select validation_action || ' ' || risk_score from payments_fraud"))
                .isEqualTo("review 75"));
    }

    @Test
    void tellsNothingOfScoresThatAreKnownAlready() {
        asked(orphans.payment("7.1"));
        score("7", "7.1", "getCVVResult", 0);

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 100));

        assertThat(orphans.calls()).contains("CAPTURE txn-7.1");
        assertThat(one("select count(*)::text from outbox")).isEqualTo("0");
        assertThat(receipts("payments-antifraud")).isZero();
    }

    @Test
    void sendsOnWhatIsCompleteWithoutAnotherCall() {
        long orphan = asked(orphans.payment("7.1"));

        orphans.saysOf("7.1", "COMPLETE");

        assertThat(orphans.calls()).containsExactly("STATUS 7.1");
        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED COMPLETE");
        assertThat(onlyDonation().path("gateway_txn_id").asText()).isEqualTo("txn-7.1");
        assertThat(receipts("payments-init")).isZero(); // no risk was decided on
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "CANCELLED", "REFUNDED"})
    void forgetsTheDonorOfWhatFailed(String state) {
        long orphan = asked(orphans.payment("7.1"));

        orphans.saysOf("7.1", state);

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED FAILED");
        assertThat(orphans.pending(orphan)).isEqualTo("gone");
        assertThat(orphans.sent("donations")).isEmpty();
    }

    @Test
    void cancelsWhatIsTooRiskyAndForgetsItsDonor() {
        long orphan = asked(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 100, "avs", 25));
        assertThat(orphans.stateOf(orphan)).isEqualTo("ACTING CANCEL");
        orphans.does("CANCEL", "7.1");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED CANCELLED");
        assertThat(orphans.pending(orphan)).isEqualTo("gone");
        await().untilAsserted(() -> assertThat(outcome()).isEqualTo("reject cancelled"));
    }

    @Test
    void leavesWhatSomebodyIsToLookAtAndLooksAgain() {
        long orphan = asked(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE", Map.of());
        assertThat(orphans.stateOf(orphan)).isEqualTo("LEFT LEAVE");
        assertThat(orphans.pending(orphan)).isEqualTo("open");
        caretaker.run();
        assertThat(orphans.calls()).hasSize(1);

        orphans.passTime();
        caretaker.run();
        orphans.saysOf("7.1", "COMPLETE"); // by hand
        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED COMPLETE");
        assertThat(onlyDonation()).isNotNull();
    }

    @Test
    void alertsSomebodyOnceOfWhatWaitsForDays() {
        orphans.add(orphans.payment("7.1"), Duration.ofDays(4));

        for (int look = 0; look < 3; look++) {
            orphans.passTime();
            caretaker.run();
            orphans.saysOf("7.1", "PENDING");
        }

        assertThat(one("select string_agg(kind || ': ' || split_part(about, ' pending', 1), ', ') from alert"))
                .isEqualTo("undecided orphan: gateway=ingenico order=7.1");
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
        asked(orphans.payment("7.1"));

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
        asked(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.calls()).contains("CAPTURE txn-7.1");
    }

    @ParameterizedTest
    @CsvSource({"Completed, CAPTURE", "Refunded, CANCEL"})
    void trustsAGoodDonorAndNotOneWhoWasRefunded(String status, String done) {
        orphans.knows("donor-7.1@example.net", Duration.ofDays(30), status);
        asked(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 100, "avs", 25));

        assertThat(orphans.calls()).contains(done + " txn-7.1");
    }

    @Test
    void cancelsWhatTheVisitHasGivenAlready() {
        orphans.knows("somebody@example.net", Duration.ofDays(30), "Completed");
        sql.sql("update contribution set contribution_tracking_id = 7").update();
        asked(orphans.payment("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.calls()).contains("CANCEL txn-7.1");
    }

    @Test
    void capturesOnePaymentOfADonorAndCancelsTheNext() {
        long first = asked(orphans.payment("1.1").put("email", "Same@example.net"));
        long second = asked(orphans.payment("2.1").put("email", "same@example.net"));

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
        asked(orphans.payment("1.1").put("email", "same@example.net"));
        orphans.saysOf("1.1", "PENDING_POKE");
        orphans.answer("CAPTURE", "1.1", "UNAVAILABLE");
        orphans.passTime();
        long second = asked(orphans.payment("2.1").put("email", "same@example.net"));

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
        asked(orphans.payment("1.1").put("email", "same@example.net"));
        asked(orphans.payment("2.1").put("email", "same@example.net"));
        var status = orphans.json().createObjectNode().put("state", "PENDING_POKE");
        status.putObject("risk_scores").put("cvv", 0);

        orphans.tell(
                orphans.answerTo("STATUS", "1.1", "DONE", status.deepCopy().put("gateway_txn_id", "txn-1")),
                orphans.answerTo("STATUS", "2.1", "DONE", status.deepCopy().put("gateway_txn_id", "txn-2")));

        assertThat(orphans.calls().stream().filter(call -> call.startsWith("CAPTURE")))
                .hasSize(1);
    }

    @Test
    void actsOnceHoweverOftenAnAnswerComes() {
        asked(orphans.payment("7.1"));
        var status = orphans.json().createObjectNode().put("state", "COMPLETE").put("gateway_txn_id", "txn-7");
        var answer = orphans.answerTo("STATUS", "7.1", "DONE", status);

        orphans.tell(answer, answer, answer.deepCopy().put("call_key", "the same under another name"));

        assertThat(onlyDonation()).isNotNull();
    }

    @Test
    void leavesAloneWhatADonationHasResolvedMeanwhile() {
        long orphan = asked(orphans.payment("7.1"));
        sql.sql("update pending_payment set resolved_at = now()").update();

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED ELSEWHERE");
        assertThat(orphans.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING_POKE", "COMPLETE"})
    void leavesToAJobWhatAJobCaptures(String state) {
        long orphan = asked(orphans.payment("7.1"));
        captureByAJob("ingenico", "txn-7.1", null);

        orphans.saysOf("7.1", state);

        assertThat(orphans.stateOf(orphan)).isEqualTo(state.equals("COMPLETE") ? "DECIDED COMPLETE" : "LEFT LEAVE");
        assertThat(one("select string_agg(purpose, ' ') from gateway_call where ask = 'CAPTURE'"))
                .isEqualTo("job");
    }

    @Test
    void capturesWhatAJobGaveUpUnderTheSameKey() {
        asked(orphans.payment("7.1"));
        captureByAJob("ingenico", "txn-7.1", "UNAVAILABLE");

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(
                        one(
                                "select string_agg(purpose || ' ' || (due_at is not null), ' ') from gateway_call where ask = 'CAPTURE'"))
                .isEqualTo("orphan-capture true");
        orphans.does("CAPTURE", "7.1");
        assertThat(onlyDonation()).isNotNull();
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
        long orphan = asked(orphans.payment("7.1"));
        captureByAJob("ingenico", "txn-other", outcome);

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.stateOf(orphan)).isEqualTo(state);
        assertThat(orphans.pending(orphan)).isEqualTo("open");
    }

    /** Its capture may have been made or not: the next run asks how it stands. */
    @ParameterizedTest
    @CsvSource({"PENDING_POKE, ACTING CAPTURE, 0", "COMPLETE, DECIDED COMPLETE, 1"})
    void changesNothingWhileAGatewayIsAway(String found, String state, int donations) {
        long orphan = asked(orphans.payment("7.1"));

        orphans.answer("STATUS", "7.1", "UNAVAILABLE");
        assertUntouched(orphan, "LEAVE");
        again("PENDING_POKE");
        orphans.answer("CAPTURE", "7.1", "UNAVAILABLE");
        assertUntouched(orphan, "CAPTURE");
        again(found);

        assertThat(orphans.stateOf(orphan)).isEqualTo(state);
        assertThat(orphans.sent("donations")).hasSize(donations);
    }

    /** It knows no such payment: its message stays for a while, in case that it remembers. */
    @ParameterizedTest
    @ValueSource(strings = {"STATUS", "CAPTURE"})
    void resolvesWhatTheGatewayRefuses(String ask) {
        long orphan = asked(orphans.payment("7.1"));
        if (ask.equals("CAPTURE")) {
            orphans.saysOf("7.1", "PENDING_POKE");
        }

        orphans.answer(ask, "7.1", "REFUSED");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED FAILED");
        assertThat(orphans.pending(orphan)).isEqualTo("resolved");
        if (ask.equals("CAPTURE")) {
            await().untilAsserted(() -> assertThat(outcome()).isEqualTo("process failed"));
        }
    }

    @Test
    void looksAgainAtWhatTheGatewayDoesNotCancel() {
        long orphan = asked(orphans.payment("7.1"));
        orphans.saysOf("7.1", "PENDING_POKE", Map.of("cvv", 100, "avs", 100));

        orphans.answer("CANCEL", "7.1", "REFUSED");
        assertUntouched(orphan, "LEAVE");
        again("CANCELLED");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED FAILED");
    }

    @Test
    void beginsARecurringPaymentAtPayPalOfWhichItWillTellItself() {
        var payment = payPal("7.1").put("recurring", "1").put("frequency_unit", "month");
        long orphan = asked(payment.put("processor_contact_id", "payer-7"));

        orphans.saysOf("7.1", "PENDING_POKE");
        assertThat(orphans.calls()).contains("SUBSCRIBE txn-7.1");
        assertThat(one("select context from gateway_call where ask = 'SUBSCRIBE'"))
                .contains("\"frequency_unit\":\"month\"", "\"processor_contact_id\":\"payer-7\"");
        orphans.does("SUBSCRIBE", "7.1");

        assertThat(orphans.stateOf(orphan)).isEqualTo("DECIDED COMPLETE");
        assertThat(orphans.pending(orphan)).isEqualTo("resolved"); // and there for its IPN
        assertThat(orphans.sent("donations")).isEmpty();
    }

    @Test
    void leavesWhatPayPalCannotCancel() {
        orphans.knows("donor-7.1@example.net", Duration.ofHours(1), "Completed");
        long orphan = asked(payPal("7.1"));

        orphans.saysOf("7.1", "PENDING_POKE");

        assertThat(orphans.stateOf(orphan)).isEqualTo("LEFT LEAVE");
        assertThat(orphans.calls()).hasSize(1);
        assertThat(receipts("payments-init")).isZero();
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
        assertThat(one("select count(*)::text from dead_letter where queue = 'gateway-answers'"))
                .isEqualTo("1");
    }

    private long asked(ObjectNode payment) {
        long id = orphans.add(payment);
        caretaker.run();
        return id;
    }

    private void again(String state) {
        orphans.passTime();
        caretaker.run();
        orphans.saysOf("7.1", state);
    }

    private void assertUntouched(long orphan, String decision) {
        assertThat(orphans.stateOf(orphan)).isEqualTo("LEFT " + decision);
        assertThat(orphans.pending(orphan)).isEqualTo("open");
        assertThat(orphans.sent("donations")).isEmpty();
    }

    private ObjectNode payPal(String order) {
        return orphans.payment(order).put("gateway", "paypal_ec").put("payment_method", "paypal");
    }

    private JsonNode onlyDonation() {
        await().untilAsserted(() -> assertThat(orphans.sent("donations")).isNotEmpty());
        assertThat(orphans.sent("donations")).hasSize(1);
        return orphans.sent("donations").get(0);
    }

    private String outcome() {
        return one("select string_agg(validation_action || ' ' || payments_final_status, ', ') from payments_initial");
    }

    private void score(String visit, String order, String filter, int score) {
        sql.sql(
                        """
                        with known as (
                            insert into payments_fraud (contribution_tracking_id, gateway, order_id, validation_action,
                                payment_method, risk_score, server, date)
                            values (?::bigint, 'ingenico', ?, 'process', 'cc', ?, 'front1', now()) returning id)
                        insert into payments_fraud_breakdown select id, ?, ? from known
                        """)
                .params(visit, order, score, filter, score)
                .update();
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

    private int receipts(String queue) {
        return sql.sql("select coalesce(sum(handled + duplicate + dead), 0) from claim_receipt where queue = ?")
                .param(queue)
                .query(Integer.class)
                .single();
    }

    private String one(String query) {
        return Objects.requireNonNull(sql.sql(query).query(String.class).single());
    }
}
