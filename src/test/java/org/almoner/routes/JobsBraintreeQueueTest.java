package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class JobsBraintreeQueueTest {

    private static final String NEWS =
            """
            {"class":"SmashPig\\\\PaymentProviders\\\\Braintree\\\\Jobs\\\\NotificationJob","payload":
             {"kind":"%s","timestamp":"2026-09-02T10:40:00Z","subject_id":"s-1","subscr_id":"s-1","gateway_txn_id":"t-1",
              "order_id":"231450001.1","gross":"12.50","currency":"USD","reason":"2001","recurring_payment_token":"tok-1"}}""";

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue jobs;
    TestQueue donations;
    PendingMessages pending;

    @BeforeEach
    void queues() {
        jobs = new TestQueue("jobs-braintree", redis, sql);
        donations = new TestQueue("donations", redis, sql);
        pending = new PendingMessages(sql, "braintree");
    }

    @ParameterizedTest
    @CsvSource({
        "subscription_charged_successfully,   recurring",
        "subscription_charged_unsuccessfully, recurring",
        "subscription_canceled,               recurring",
        "subscription_expired,                recurring",
        "payment_method_revoked_by_customer,  recurring",
        "dispute_opened,                      refund",
        "transaction_settlement_declined,     donations-modify"
    })
    void saysToWhomItMatters(String kind, String queue) {
        var told = new TestQueue(queue, redis, sql);

        var receipt = jobs.pushOneByOne(NEWS.formatted(kind), NEWS.formatted(kind));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
        await().until(() -> told.receipt().messages() == 1);
        assertThat(sql.sql("select error from dead_letter").query(String.class).list()) // nobody knows gift or donation
                .noneMatch(error -> error.contains("is missing") || error.contains("is none"));
    }

    @Test
    void makesADonationOfAPaymentWhoseDonorDidNotComeBack() {
        pending.add("231450001.1", "'first_name':'Asha','last_name':'Rao','country':'US'");

        jobs.push(NEWS.formatted("transaction_settled"));

        await().until(() -> donations.receipt().handled() == 1);
        assertThat(pending.isResolved("231450001.1")).isTrue();
        assertThat(sql.sql("select gateway_txn_id from contribution")
                        .query(String.class)
                        .single())
                .isEqualTo("t-1");
    }

    @Test
    void leavesAPaymentThatTheFrontEndToldOf() {
        var receipt = jobs.push(NEWS.formatted("transaction_settled"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(donations.receipt().messages()).isZero();
    }

    @Test
    void doesNothingAboutAnInquiry() {
        var refunds = new TestQueue("refund", redis, sql);

        jobs.push(NEWS.formatted("dispute_opened").replace("\"reason\"", "\"dispute_kind\":\"retrieval\",\"reason\""));

        assertThat(refunds.receipt().messages()).isZero();
        assertThat(redis.opsForList().size("refund")).isZero();
    }

    @Test
    void keepsWhatTheListenerBeforeThisOneSent() {
        var receipt = jobs.push(
                jobs.sample("edge-string-payload"),
                jobs.sample("invalid-empty"),
                jobs.sample("invalid-array-payload-no-class"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 3));
        assertThat(sql.sql("select error from dead_letter").query(String.class).list())
                .allMatch(error -> error.contains("class is missing") || error.contains("payload has the wrong type"));
    }

    @Test
    void keepsWhatIsInvalid() {
        var receipt = jobs.push(
                "[]",
                "{",
                NEWS.formatted("dispute_won"),
                NEWS.formatted("dispute_opened").replace("gross", "amount"),
                NEWS.formatted("subscription_canceled").replace("subscr_id", "id"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 5));
    }
}
