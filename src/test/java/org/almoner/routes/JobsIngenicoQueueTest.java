package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Ingenico answers is told by the test: no Ingenico is configured. */
@AlmonerTest
class JobsIngenicoQueueTest {

    private static final String PAID =
            """
            {"class":"SmashPig\\\\PaymentProviders\\\\Ingenico\\\\RecordPaymentJob","payload":
             {"gateway":"ingenico","gateway_txn_id":"000000123410000555550000100009","order_id":"231462959.1",
              "gross":10.50,"currency":"USD","date":1788350400}}""";

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
        jobs = new TestQueue("jobs-ingenico", redis, sql);
        answers = new TestQueue("gateway-answers", redis, sql);
        donations = new TestQueue("donations", redis, sql);
        pending = new PendingMessages(sql, "ingenico");
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid-tokenize", "edge-no-leading-backslash"})
    void asksForTheTokenBeforeThereIsADonation(String sample) {
        var receipt = jobs.pushOneByOne(jobs.sample(sample), jobs.sample(sample));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
        assertThat(sql.sql("select ask || ' ' || purpose from gateway_call")
                        .query(String.class)
                        .single())
                .isEqualTo("TOKENISE ingenico-tokenise");
        assertThat(donations.receipt().messages()).isZero();
    }

    @Test
    void makesADonationWithItsToken() {
        var receipt = answers.push(answer("\"T-1\"", "DONE"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        await().until(() -> donations.receipt().handled() == 1);
        assertThat(sql.sql("select token from payment_token")
                        .query(String.class)
                        .single())
                .isEqualTo("T-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "false"})
    void keepsWhatHasNoToken(String token) {
        var receipt = answers.push(answer(token, "DONE"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(answers.lastError()).contains("gave no token");
        assertThat(donations.receipt().messages()).isZero();
    }

    @Test
    void keepsWhatIngenicoRefusedToTokenise() {
        answers.push(answer("null", "REFUSED"));

        assertThat(answers.lastError()).contains("gave no token");
    }

    @Test
    void recordsAPaymentOnce() {
        pending.add("231462959.1", "'first_name':'Pat','last_name':'Ingram'");

        var receipt = jobs.pushOneByOne(PAID, PAID);

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
        await().until(() -> donations.receipt().handled() == 1);
        assertThat(pending.isResolved("231462959.1")).isTrue();
        assertThat(sql.sql("select gateway_txn_id from contribution")
                        .query(String.class)
                        .single())
                .isEqualTo("000000123410000555550000100009");
    }

    @Test
    void asksForTheTokenOfARecurringPaymentFirst() {
        pending.add("231462959.1", "'recurring':'1'");

        jobs.push(PAID);

        assertThat(sql.sql("select ask from gateway_call").query(String.class).single())
                .isEqualTo("TOKENISE");
        assertThat(donations.receipt().messages()).isZero();
    }

    @Test
    void waitsForAPaymentThatIsNotYetPending() {
        var receipt = jobs.push(PAID);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(jobs.lastError()).contains("not pending");
        assertThat(sql.sql("select retry_at is not null from dead_letter where queue = 'jobs-ingenico'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void keepsWhatIsInvalid() {
        var receipt = jobs.push(
                jobs.sample("invalid-no-txn-id"),
                jobs.sample("invalid-wrong-envelope"),
                "[]",
                "{",
                PAID.replace("RecordPayment", "Format"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 5));
        assertThat(sql.sql("select error from dead_letter").query(String.class).list())
                .anyMatch(error -> error.contains("gateway_txn_id is missing"))
                .anyMatch(error -> error.contains("class is missing"));
    }

    private static String answer(String token, String outcome) {
        return """
               {"call_key":"tokenise:ingenico:1","gateway":"ingenico","purpose":"ingenico-tokenise",
                "payment":{"orderId":"231462950.1","gatewayTxnId":"1","sessionId":null},"outcome":"%s","reason":"",
                "detail":{"recurring_payment_token":%s},
                "context":{"gateway":"ingenico","gateway_txn_id":"000000123410000555550000100001","order_id":"231462950.1",
                 "contribution_tracking_id":"231462950","gross":"10.00","currency":"USD","country":"US","recurring":"1",
                 "email":"ing@example.com","first_name":"Pat","last_name":"Ingram","payment_method":"cc",
                 "payment_submethod":"mc","date":1788350400}}"""
                .formatted(outcome, token);
    }
}
