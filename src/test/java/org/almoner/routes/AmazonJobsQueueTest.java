package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** What Amazon Pay's jobs leave, and what follows from what it was asked. */
@AlmonerTest
@Stopped({"donations", "refund"})
class AmazonJobsQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    CamelContext camel;

    @Autowired
    ObjectMapper json;

    TestQueue jobs;
    TestQueue answers;

    @BeforeEach
    void queues() {
        jobs = new TestQueue("jobs-amazon", redis, sql);
        answers = new TestQueue("gateway-answers", redis, sql);
    }

    @Test
    void completesWhatIsPending() {
        pending("231462900-1");

        var receipt = jobs.pushOneByOne(jobs.sample("valid-with-pending"), jobs.sample("valid-with-pending"));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
        var donation = jobs.onlyOn("donations");
        assertThat(donation.path("date").asLong()).isEqualTo(1788350400);
        assertThat(donation.path("fee").asText()).isEqualTo("0.74");
        assertThat(donation.path("gateway_txn_id").asText()).isEqualTo("P01-1234567-7654321-C071911");
        assertThat(donation.path("gateway_status").asText()).isEqualTo("Completed");
        assertThat(donation.path("email").asText()).isEqualTo("form@example.org");
        assertThat(donation.has("pending_id")).isFalse();
        assertThat(sql.sql("select resolved_at is not null from pending_payment")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"valid-lookup, P01-1234567-7654321", "edge-no-fee, P01-1234567-7654322"})
    void asksWhoPaidWhatNoFormKnowsOf(String sample, String reference) {
        var receipt = jobs.pushSample(sample);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(sql.sql("select session_id from gateway_call where gateway = 'amazon' and ask = 'STATUS'")
                        .query(String.class)
                        .single())
                .isEqualTo(reference);
        assertThat(redis.opsForList().size("donations")).isZero();
    }

    @Test
    void goesOnWithWhoPaid() throws Exception {
        var payment = json.readTree(jobs.sample("valid-lookup")).path("payload");

        answers.push(answer(
                "amazon-order-details",
                "DONE",
                "{\"state\":\"PENDING\",\"donor\":{\"first_name\":\"Ada\",\"email\":\"ada@example.org\",\"order_id\":\"7-1\"}}",
                payment.toString()));

        var donation = jobs.onlyOn("donations");
        assertThat(donation.path("first_name").asText()).isEqualTo("Ada");
        assertThat(donation.path("gross").asText()).isEqualTo("15.00");
        assertThat(donation.path("order_id").asText()).isEqualTo("7-1");
        assertThat(donation.path("contribution_tracking_id").asText()).isEqualTo("7");
        assertThat(donation.has("order_reference_id")).isFalse();
    }

    @Test
    void findsWhatIsPendingByTheOrderThatAmazonTells() throws Exception {
        pending("7-1");
        var payment = json.readTree(jobs.sample("valid-lookup")).path("payload");

        answers.push(answer(
                "amazon-order-details",
                "DONE",
                "{\"state\":\"PENDING\",\"donor\":{\"order_id\":\"7-1\"}}",
                payment.toString()));

        assertThat(jobs.onlyOn("donations").path("email").asText()).isEqualTo("form@example.org");
    }

    @Test
    void tellsOfARefundOnceItIsMade() {
        answers.push(
                answer("amazon-refund", "DONE", "{\"state\":\"PENDING\",\"donor\":{}}", "{}")
                        .replace("a-key", "b-key"),
                answer(
                        "amazon-refund",
                        "DONE",
                        "{\"state\":\"REFUNDED\",\"donor\":{\"gateway_refund_id\":\"R7\"}}",
                        "{}"));

        assertThat(jobs.onlyOn("refund").path("gateway_refund_id").asText()).isEqualTo("R7");
    }

    @Test
    void recordsAChargeOnceItIsCaptured() {
        answers.push(answer(
                "amazon-charge",
                "DONE",
                "{\"state\":\"COMPLETE\",\"donor\":{\"gross\":\"5.00\",\"currency\":\"USD\",\"gateway_txn_id\":\"P01-1-C7\",\"order_id\":\"7-1\"}}",
                "{}"));

        await().untilAsserted(() -> assertThat(jobs.receipt()).isEqualTo(new Receipt(1, 0, 0)));
        assertThat(sql.sql("select order_id from gateway_call where ask = 'STATUS'")
                        .query(String.class)
                        .single())
                .isEqualTo("7-1");
    }

    @ParameterizedTest
    @CsvSource({"P01-1-C7, 1", "S01-1-C7, 1", "B01-1-C7, 0"})
    void closesWhatWasPermittedOnce(String charge, int closed) {
        var job = "{\"class\":\"SmashPig\\\\PaymentProviders\\\\Amazon\\\\RecordPaymentJob\",\"payload\":"
                + "{\"gross\":\"5.00\",\"currency\":\"USD\",\"gateway_txn_id\":\"%s\",\"order_id\":\"7-1\"}}";

        assertThat(jobs.push(job.formatted(charge)).handled()).isEqualTo(1);

        assertThat(sql.sql("select count(*) from gateway_call where ask = 'FORGET' and key like 'close:amazon:_01-1%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(closed);
    }

    @Test
    void goesOnThoughNothingWasLeftToClose() {
        var receipt = answers.push(answer("amazon-close", "REFUSED", "{}", "{}"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
    }

    @Test
    void triesAgainOnceWhatWasNotAuthorisedInTime() {
        answers.push(
                declined(1, "TransactionTimedOut"), declined(2, "TransactionTimedOut"), declined(3, "HardDeclined"));

        await().untilAsserted(() -> assertThat(jobs.receipt()).isEqualTo(new Receipt(2, 0, 0)));
        assertThat(sql.sql(
                                "select key || ' ' || ask || ' ' || amount || ' ' || currency || ' ' || context from gateway_call")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "retry:amazon:P01-1234567-1234567 CAPTURE 5.00 USD {\"charge_permission_id\":\"P01-1234567-1234567\"}");
    }

    @Test
    void keepsWhatAmazonDoesNotChargeAgain() {
        var receipt = answers.push(
                answer("amazon-retry", "REFUSED", "{}", "{}").replace("\"reason\":\"\"", "\"reason\":\"HTTP 422\""));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(answers.lastError()).isEqualTo("Amazon did not charge it again: HTTP 422");
    }

    @Test
    void keepsWhatAmazonDidNotAnswer() {
        var receipt = answers.push(answer("amazon-order-details", "UNAVAILABLE", "{}", "{}"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(answers.lastError()).startsWith("Amazon does not tell who paid: ");
    }

    @Test
    void refusesAPaymentWithoutAnOrder() {
        var receipt = jobs.push(
                jobs.sample("invalid-missing-order-id"),
                "{\"class\":\"Almoner\\\\Amazon\\\\LookUpCharge\",\"payload\":{}}",
                "{\"class\":\"Almoner\\\\Amazon\\\\ConfirmSubscription\",\"payload\":{\"url\":\"https://evil.example/\"}}",
                "{\"class\":\"java.lang.Runtime\",\"payload\":{}}",
                "not JSON");

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 5));
        assertThat(jobs.deadLetters()).contains("not JSON", jobs.sample("invalid-missing-order-id"));
        assertThat(sql.sql("select count(*) from gateway_call")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void pending(String order) {
        sql.sql("insert into pending_payment (date, gateway, order_id, message) values (now(), 'amazon', ?, ?)")
                .param(order)
                .param(
                        "{\"gateway\":\"amazon\",\"order_id\":\"%s\",\"email\":\"form@example.org\",\"date\":1,\"gross\":\"15.00\",\"pending_id\":9}"
                                .formatted(order))
                .update();
    }

    private static String declined(int charge, String reason) {
        var detail =
                """
                {"state":"FAILED","raw_status":"%s","donor":{"gross":"5.00","currency":"USD","order_id":"7-1",
                 "gateway_txn_id":"P01-1234567-1234567-C%d"}}"""
                        .formatted(reason, charge);
        return answer("amazon-charge", "DONE", detail, "{}").replace("a-key", "key-" + charge);
    }

    private static String answer(String purpose, String outcome, String detail, String context) {
        return """
                {"call_key":"a-key","gateway":"amazon","purpose":"%s","payment":{},"outcome":"%s","reason":"","detail":%s,
                 "context":%s}"""
                .formatted(purpose, outcome, detail, context);
    }
}
