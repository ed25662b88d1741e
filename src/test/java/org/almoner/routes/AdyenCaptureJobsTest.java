package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which authorisations are captured, and that each order is captured once. */
@AlmonerTest
@Stopped({"gateway-calls", "donations", "recurring", "payments-antifraud"})
class AdyenCaptureJobsTest {

    private static final String ORDER = "231448907.1";
    private static final String CAPTURE = "capture:adyen:Q7K2M9XW4TBN8R65";

    @Autowired
    CamelContext camel;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    TestQueue queue;
    AdyenJobs jobs;

    @BeforeEach
    void queues() {
        queue = new TestQueue("jobs-adyen", redis, sql);
        jobs = new AdyenJobs(queue, redis, sql, json);
    }

    @Test
    void capturesAndThenKnowsThatItIsCaptured() {
        jobs.pending(ORDER, Map.of("captured", false));

        queue.pushSample("valid-process-capture");

        assertThat(jobs.call())
                .containsEntry("ask", "CAPTURE")
                .containsEntry("account", "WikimediaExampleCOM")
                .containsEntry("order_id", ORDER)
                .containsEntry("gateway_txn_id", "Q7K2M9XW4TBN8R65")
                .containsEntry("amount", new BigDecimal("12.50"))
                .containsEntry("currency", "EUR");
        assertThat(jobs.pendingRow()).containsEntry("captured_at", null);
        assertThat(queue.onlyOn("payments-antifraud").without("date").toString())
                .startsWith(
                        """
                        {"risk_score":50,"validation_action":"process","contribution_tracking_id":"231448907",\
                        "gateway":"adyen","order_id":"231448907.1","payment_method":"cc","user_ip":"198.51.100.23",\
                        "score_breakdown":{"getCVVResult":0,"getAVSResult":50},\
                        """);

        jobs.answer(CAPTURE, "DONE", Map.of());

        assertThat(jobs.pendingRow())
                .containsEntry("gateway_txn_id", "Q7K2M9XW4TBN8R65")
                .containsEntry("resolved_at", null)
                .doesNotContainEntry("captured_at", null);
    }

    @Test
    void capturesOnceHoweverOftenItIsTold() {
        jobs.pending(ORDER);
        String message = queue.sample("valid-process-capture");
        String again = message.replace("\"avsResult\": \"4\"", "\"avsResult\": \"7\"");

        queue.pushOneByOne(message, message, message.replace("1788350402", "1788350999"), again);
        jobs.answer(CAPTURE, "DONE", Map.of());
        var receipt = queue.push(again.replace("\"7\"", "\"13\""));

        assertThat(receipt).isEqualTo(new Receipt(3, 2, 0));
        assertThat(jobs.calls()).containsExactly(CAPTURE);
    }

    @Test
    void leavesWhatIsOnTheThresholdToSomebody() {
        jobs.pending("231463101.1");

        queue.pushSample("edge-process-capture-review-boundary");

        assertThat(jobs.calls()).isEmpty();
        assertThat(jobs.pendingRow()).containsEntry("resolved_at", null);
        assertThat(queue.onlyOn("payments-antifraud").path("validation_action").asText())
                .isEqualTo("review");
    }

    @Test
    void cancelsWhatIsTooRisky() {
        jobs.pending("231463100.1");

        queue.pushSample("edge-process-capture-reject");

        assertThat(jobs.calls()).containsExactly("cancel:adyen:QREJECT00000001");
        assertThat(jobs.pendingRow()).doesNotContainEntry("resolved_at", null);
        assertThat(queue.onlyOn("payments-antifraud").path("validation_action").asText())
                .isEqualTo("reject");
    }

    @Test
    void addsNothingForCodesThatItDoesNotKnow() {
        jobs.pending("231463200.1");

        queue.push(
                queue.sample("edge-process-capture-unmapped").replace("\"avsResult\": \"\"", "\"avsResult\": \"99\""));

        assertThat(jobs.calls()).containsExactly("capture:adyen:QUNMAP00000001");
        assertThat(queue.onlyOn("payments-antifraud").path("score_breakdown")).isEmpty();
    }

    @Test
    void looksAtNoCardChecksOfAWallet() {
        jobs.pending("231463100.1");

        queue.push(queue.sample("edge-process-capture-reject").replace("\"visa\"", "\"ew\""));

        assertThat(jobs.calls()).containsExactly("capture:adyen:QREJECT00000001");
    }

    @ParameterizedTest
    @CsvSource({"24, process", "25, review", "74, review", "75, reject"})
    void countsWhatTheFrontEndsFiltersSaid(int score, String action) {
        jobs.pending(ORDER);
        jobs.risk(ORDER, score, Map.of());

        queue.pushSample("valid-process-capture");

        assertThat(queue.onlyOn("payments-antifraud").path("validation_action").asText())
                .isEqualTo(action);
    }

    @Test
    void countsEachFilterOnce() {
        jobs.pending(ORDER);
        jobs.risk(ORDER, 60, Map.of("initial", 10, "getAVSResult", 50));

        queue.pushSample("valid-process-capture");

        assertThat(queue.onlyOn("payments-antifraud").path("risk_score").asInt())
                .isEqualTo(60);
    }

    @Test
    void goesByTheRiskAloneWhereNothingIsPending() {
        jobs.risk(ORDER, 10, Map.of());

        queue.pushSample("valid-process-capture");

        assertThat(jobs.calls()).containsExactly(CAPTURE);
        assertThat(queue.onlyOn("payments-antifraud").path("risk_score").asInt())
                .isEqualTo(60);
    }

    @Test
    void waitsForAPaymentThatIsNotThereYet() {
        var receipt = queue.pushSample("valid-process-capture");

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(queue.lastError()).isEqualTo("pending payment 231448907.1 is not there yet");
        assertThat(jobs.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"amex, 7.2, 0", "discover, 7.3, 0", "amex, 7.1, 1", "amex, 7, 1", "visa, 7.2, 1"})
    void takesASecondTryWithSomeCardsForNothing(String card, String order, int dead) {
        var receipt = queue.push(
                queue.sample("valid-process-capture").replace("visa", card).replace(ORDER, order));

        assertThat(receipt).isEqualTo(new Receipt(1 - dead, 0, dead));
    }

    @Test
    void cancelsASecondAuthorisationOfACapturedOrder() {
        jobs.pending(ORDER);
        queue.pushSample("valid-process-capture");
        jobs.answer(CAPTURE, "DONE", Map.of());

        queue.push(another());

        assertThat(jobs.calls()).containsExactly("cancel:adyen:SECOND", CAPTURE);
        assertThat(jobs.pendingRow()).containsEntry("resolved_at", null);
    }

    @Test
    void waitsWhileItIsNotKnownWhetherAnotherIsCaptured() {
        jobs.pending(ORDER);

        queue.push(queue.sample("valid-process-capture"), another());

        assertThat(jobs.calls()).hasSize(1).first().asString().startsWith("capture:adyen:");
        assertThat(queue.receipt()).isEqualTo(new Receipt(1, 0, 1));
        assertThat(queue.lastError()).isEqualTo("another authorisation of order 231448907.1 may be captured");
        assertThat(queue.deadLetters()).hasSize(1);
    }

    @Test
    void capturesAnotherAuthorisationAfterOneWasRefused() {
        jobs.pending(ORDER);
        queue.pushSample("valid-process-capture");
        var answers = jobs.answer(CAPTURE, "REFUSED", Map.of());

        queue.push(another());

        assertThat(answers.lastError()).isEqualTo("Adyen did not capture it: as it says");
        assertThat(jobs.calls()).containsExactly(CAPTURE, "capture:adyen:SECOND");
    }

    @Test
    void capturesARescuedPaymentAndTellsOfIt() {
        queue.pushSample("edge-autorescue-capture");

        assertThat(jobs.call()).containsEntry("amount", new BigDecimal("500")).containsEntry("currency", "JPY");
        assertThat(jobs.isEmpty("payments-antifraud")).isTrue();

        jobs.answer("capture:adyen:QJPY000000000001", "DONE", Map.of());

        var message = queue.onlyOn("recurring");
        assertThat(message.path("txn_type").asText()).isEqualTo("subscr_payment");
        assertThat(message.path("is_successful_autorescue").asBoolean()).isTrue();
        assertThat(message.path("rescue_reference").asText()).isEqualTo("ZXH4C2WQ8N57MK31");
        assertThat(message.path("order_id").asText()).isEqualTo(ORDER);
        assertThat(message.path("gross").asText()).isEqualTo("500");
        assertThat(message.path("currency").asText()).isEqualTo("JPY");
        assertThat(message.path("gateway_txn_id").asText()).isEqualTo("QJPY000000000001");
        assertThat(message.path("gateway").asText()).isEqualTo("adyen");
    }

    @Test
    void capturesNoRescuedPaymentThatTheBankDebitsByItself() {
        var receipt = queue.push(queue.sample("edge-autorescue-capture")
                .replace("\"processAutoRescueCapture\": true", "\"processAutoRescueCapture\": false"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(jobs.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'12.5', '12.555'", "'12.5', '0'", "'12.5', '-1'", "EUR, EURO", "EUR, XXZ", "Q7K2M9XW4TBN8R65, ''"})
    void refusesWhatCannotBeCaptured(String part, String instead) {
        jobs.pending(ORDER);

        var receipt = queue.push(queue.sample("valid-process-capture").replace(part, instead));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(jobs.calls()).isEmpty();
    }

    private String another() {
        return queue.sample("valid-process-capture").replace("Q7K2M9XW4TBN8R65", "SECOND");
    }
}
