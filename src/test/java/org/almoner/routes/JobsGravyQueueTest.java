package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Gravy answers is told by the test: no Gravy is configured. */
@AlmonerTest
class JobsGravyQueueTest {

    private static final String TXN = "0f4e6b1a-9d53-4b0d-9a70-1f7a8c2e5b61";
    private static final String ORDER = "231452222.1";
    private static final String JOB =
            """
            {"class":"SmashPig\\\\PaymentProviders\\\\Gravy\\\\Jobs\\\\%s","payload":
             {"eventDate":"2026-09-02T10:40:00Z","gateway_txn_id":"%s","order_id":"231452222.1"}}""";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue jobs;
    TestQueue answers;
    TestQueue donations;
    PendingMessages pending;

    @BeforeEach
    void queues() {
        jobs = new TestQueue("jobs-gravy", redis, sql);
        answers = new TestQueue("gateway-answers", redis, sql);
        donations = new TestQueue("donations", redis, sql);
        pending = new PendingMessages(sql, "gravy");
    }

    @Test
    void asksBeforeItRecordsACapture() {
        var receipt = jobs.pushOneByOne(jobs.sample("valid-record-capture"), jobs.sample("valid-record-capture"));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
        assertThat(calls()).containsExactly("STATUS " + TXN);
        assertThat(donations.receipt().messages()).isZero();
    }

    @Test
    void makesADonationOfWhatGravyConfirms() {
        pending.add(ORDER, "'backend_processor_txn_id':'OLD','first_name':'Asha','last_name':''");

        var receipt = answers.push(answer("gravy-record", "COMPLETE", 0));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        await().until(() -> donations.receipt().handled() == 1);
        assertThat(pending.isResolved(ORDER)).isTrue();
        assertThat(sql.sql(
                                """
                                select gateway_txn_id, backend_processor_txn_id, first_name, last_name,
                                    extract(epoch from received_at)::bigint as date
                                from contribution join contact on contact.id = contact_id
                                """)
                        .query()
                        .singleRow())
                .containsAllEntriesOf(Map.of(
                        "gateway_txn_id", TXN,
                        "backend_processor_txn_id", "NEW",
                        "first_name", "Asha",
                        "last_name", "Rao",
                        "date", 1788345600L));
    }

    @Test
    void waitsForAPaymentThatIsNotYetPending() {
        var receipt = answers.push(answer("gravy-record", "COMPLETE", 0));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(answers.lastError()).contains("not pending");
        assertThat(sql.sql("select retry_at is not null from dead_letter where queue = 'gateway-answers'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void waitsForTheTokenOfARecurringPayment() {
        pending.add(ORDER, "'recurring':'1'");

        answers.push(answer("gravy-record", "COMPLETE", 0).replace("PM-1", ""));

        assertThat(answers.lastError()).contains("no token");
        assertThat(pending.isResolved(ORDER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PENDING_POKE", "FAILED", "CANCELLED"})
    void recordsNothingThatGravyDoesNotConfirm(String state) {
        pending.add(ORDER, "");

        var receipt = answers.push(answer("gravy-record", state, 0));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(answers.lastError()).contains("not captured");
        assertThat(pending.isResolved(ORDER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, process, CAPTURE", "74, process, CAPTURE", "75, review,", "124, review,", "125, reject, CANCEL"})
    void capturesWhatIsNotTooRisky(int risk, String action, String ask) {
        pending.add(ORDER, "");

        answers.push(answer("gravy-assess", "PENDING_POKE", risk));

        assertThat(calls()).isEqualTo(ask == null ? List.of() : List.of(ask + " " + TXN));
        await().until(
                        () -> sql.sql("select validation_action from payments_fraud")
                                .query(String.class)
                                .list(),
                        List.of(action)::equals);
        assertThat(pending.isResolved(ORDER)).isEqualTo(action.equals("reject"));
    }

    @Test
    void addsWhatTheFrontEndFoundRisky() {
        pending.add(ORDER, "");
        sql.sql(
                        """
                        insert into payments_fraud (contribution_tracking_id, order_id, gateway, validation_action, payment_method, risk_score, date)
                        values (231452222, ?, 'gravy', 'process', 'cc', 60, now())
                        """)
                .param(ORDER)
                .update();

        answers.push(answer("gravy-assess", "PENDING_POKE", 20));

        await().until(() -> sql.sql("select validation_action from payments_fraud")
                .query(String.class)
                .single()
                .equals("review"));
        assertThat(calls()).isEmpty();
    }

    @Test
    void capturesAnOrderOnce() {
        pending.add(ORDER, "");
        answers.push(answer("gravy-assess", "PENDING_POKE", 0));
        answers.push(answer("gravy-assess", "PENDING_POKE", 0).replace("\"call_key\":\"", "\"call_key\":\"again-"));
        sql.sql("update gateway_call set outcome = 'DONE', due_at = null where ask = 'CAPTURE'")
                .update();

        answers.push(answer("gravy-assess", "PENDING_POKE", 0).replace(TXN, "another"));

        assertThat(calls()).containsExactlyInAnyOrder("CAPTURE " + TXN, "CANCEL another");
    }

    @Test
    void remembersWhatIsCaptured() {
        pending.add(ORDER, "");

        answers.push(answer("gravy-capture", "COMPLETE", 0));

        assertThat(pending.capturedAs(ORDER)).contains(TXN);
    }

    @Test
    void keepsACaptureThatWasRefused() {
        var receipt = answers.push(answer("gravy-capture", "COMPLETE", 0).replace("\"DONE\"", "\"REFUSED\""));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(answers.lastError()).contains("did not capture");
    }

    @Test
    void tellsOfARefundThatGravyConfirms() {
        var refunds = new TestQueue("refund", redis, sql);

        answers.push(answer("gravy-refund", "REFUNDED", 0));

        await().until(() -> refunds.receipt().messages() == 1); // not yet: there is no such donation
        assertThat(refunds.deadLetters().get(0))
                .contains(
                        "\"gateway_parent_id\":\"" + TXN + "\"",
                        "\"gateway_refund_id\":\"R-1\"",
                        "\"gross\":12.345",
                        "\"gross_currency\":\"KWD\"",
                        "\"type\":\"refund\"");
    }

    @Test
    void raisesAnAlertForARefundThatWasDeclined() {
        answers.push(answer("gravy-refund", "FAILED", 0));

        assertThat(sql.sql("select about from alert where kind = 'refund declined'")
                        .query(String.class)
                        .single())
                .isEqualTo("gateway=gravy refund=R-1");
    }

    @Test
    void waitsOutARefundThatIsOnItsWay() {
        var receipt = answers.push(answer("gravy-refund", "PENDING", 0));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(sql.sql("select count(*) from alert").query(Integer.class).single())
                .isZero();
    }

    @Test
    void cancelsADonationThatItsBankDidNotPay() {
        var unpaid = new TestQueue("donations-modify", redis, sql);

        answers.push(answer("gravy-failure", "FAILED", 0));

        await().until(() -> unpaid.receipt().messages() == 1); // not yet: there is no such donation
        assertThat(unpaid.deadLetters().get(0))
                .contains(
                        "\"contribution_status_id:name\":\"Cancelled\"",
                        "\"gross\":12.345",
                        "\"reason\":\"insufficient_funds\"",
                        "\"can_retry\":true",
                        "\"backend_processor\":\"trustly\"");
    }

    @Test
    void endsTheGiftOfATokenThatIsGone() {
        var recurring = new TestQueue("recurring", redis, sql);

        jobs.pushSample("valid-recurring-cancellation");

        await().until(() -> recurring.receipt().messages() == 1);
        assertThat(sql.sql("select count(*) from gateway_call")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsACancellationWithoutToken() {
        var receipt = jobs.pushSample("invalid-cancellation-no-token");

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(jobs.lastError()).contains("recurring_payment_token is missing");
    }

    @Test
    void keepsWhatIsMalformed() {
        var receipt = jobs.push("[]", "{", JOB.formatted("NoSuchJob", TXN), JOB.formatted("RecordCaptureJob", ""));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "LookUpRefundJob, gravy-refund",
        "LookUpFailureJob, gravy-failure",
        "ProcessCaptureRequestJob, gravy-assess"
    })
    void asksBeforeAnythingMoves(String job, String purpose) {
        var receipt = jobs.push(JOB.formatted(job, TXN));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(sql.sql("select ask || ' ' || purpose from gateway_call")
                        .query(String.class)
                        .single())
                .isEqualTo("STATUS " + purpose);
    }

    private List<String> calls() {
        return sql.sql("select ask || ' ' || gateway_txn_id from gateway_call")
                .query(String.class)
                .list();
    }

    private static String answer(String purpose, String state, int risk) {
        return """
               {"call_key":"%1$s:%4$s:%2$s:%3$d","gateway":"gravy","purpose":"%1$s",
                "payment":{"orderId":"231452222.1","gatewayTxnId":"%4$s","sessionId":null},"outcome":"DONE","reason":"",
                "detail":{"state":"%2$s","raw_status":"raw","gateway_txn_id":"%4$s","amount":12.345,"currency":"KWD",
                 "recurring_payment_token":"PM-1","error_code":"insufficient_funds",
                 "risk_scores":{"cvv":%3$d},"donor":{"backend_processor_txn_id":"NEW","first_name":"Other","last_name":"Rao"}},
                "context":{"order_id":"231452222.1","gateway_txn_id":"%4$s","refund_id":%5$s,"eventDate":"2026-09-02T10:40:00Z"}}"""
                .formatted(purpose, state, risk, TXN, purpose.equals("gravy-refund") ? "\"R-1\"" : "null");
    }
}
