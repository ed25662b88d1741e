package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlmonerTest
class JobsDLocalQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    TestQueue jobs;
    TestQueue donations;
    TestQueue wallets;
    PendingMessages pending;

    @BeforeEach
    void queues() {
        jobs = new TestQueue("jobs-dlocal", redis, sql);
        donations = new TestQueue("donations", redis, sql);
        wallets = new TestQueue("upi-donations", redis, sql);
        pending = new PendingMessages(sql, "dlocal");
    }

    @Test
    void makesADonationOfAPaymentAndWhatWasKnownOfItsDonor() {
        pending.add(
                "231450002.1", "'first_name':'Asha','last_name':'Rao','country':'IN','captured':true,'pending_id':7");

        var receipt = jobs.pushSample("valid-paid-one-time");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        await().until(() -> donations.receipt().handled() == 1);
        assertThat(pending.isResolved("231450002.1")).isTrue();
        assertThat(donation()).containsEntry("gateway_txn_id", "D-4-9ec1f0a2").containsEntry("first_name", "Asha");
    }

    @Test
    void needsNoPendingPayment() {
        jobs.pushSample("valid-paid-one-time");

        await().until(() -> donations.receipt().handled() == 1);
        assertThat(donation()).containsEntry("gateway_txn_id", "D-4-9ec1f0a2");
    }

    @Test
    void handsAPaymentOfAWalletToItsRecurringGift() {
        pending.add("231450001.1", "'recurring':'1'");

        var receipt =
                jobs.pushOneByOne(jobs.sample("valid-paid-recurring-upi"), jobs.sample("valid-paid-recurring-upi"));

        assertThat(receipt).isEqualTo(new Receipt(1, 1, 0));
        await().until(() -> wallets.receipt().messages() == 1);
        assertThat(donations.receipt().dead()).isZero();
        await().until(() -> donations.receipt().handled() == 1);
        assertThat(sql.sql("select token from payment_token")
                        .query(String.class)
                        .single())
                .isEqualTo("UPI-TOK-77fa");
    }

    @Test
    void keepsATokenThatIsNews() {
        pending.add("231450001.1", "");

        jobs.pushSample("edge-authorized-token");

        assertThat(pending.message("231450001.1")).contains("\"recurring_payment_token\":\"UPI-TOK-77fa\"");
        assertThat(pending.isResolved("231450001.1")).isFalse();
    }

    @Test
    void keepsTheTokenThatIsKnown() {
        pending.add("231450001.1", "'recurring_payment_token':'KNOWN'");

        jobs.pushSample("edge-authorized-token");

        assertThat(pending.message("231450001.1")).contains("KNOWN").doesNotContain("UPI-TOK-77fa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"322", "\"322\""})
    void reportsAWalletThatWasSwitchedOff(String code) {
        jobs.push(jobs.sample("edge-rejected-general")
                .replace("\"gateway_status_code\":\"300\"", "\"gateway_status_code\":" + code));

        await().until(() -> wallets.receipt().messages() == 1);
        assertThat(wallets.receipt()).isEqualTo(new Receipt(1, 0, 0));
    }

    @Test
    void hasNothingToReportOfAnotherRejection() {
        var receipt = jobs.pushSample("edge-rejected-general");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(redis.opsForList().size("upi-donations")).isZero();
        assertThat(wallets.receipt().messages()).isZero();
    }

    @Test
    void resolvesAPendingPaymentWhoeverSaysSo() {
        pending.add("231450001.1", "");

        jobs.push(
                """
                {"class":"\\\\SmashPig\\\\Core\\\\Jobs\\\\DeletePendingJob","payload":{"gateway":"dlocal","order_id":"231450001.1"}}""");

        assertThat(pending.isResolved("231450001.1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Runtime",
                "SmashPig\\\\PaymentProviders\\\\dlocal\\\\Jobs\\\\paidmessagejob",
                "SmashPig\\\\PaymentProviders\\\\Gravy\\\\Jobs\\\\RecordCaptureJob",
                "\\\\\\\\SmashPig\\\\PaymentProviders\\\\dlocal\\\\Jobs\\\\PaidMessageJob"
            })
    void doesNothingThatIsNotInItsTable(String name) {
        var receipt = jobs.push("{\"class\":\"%s\",\"payload\":{\"order_id\":\"7.1\"}}".formatted(name));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(jobs.lastError()).contains("none of this queue's jobs");
    }

    @Test
    void keepsWhatIsMalformed() {
        var receipt = jobs.push("[]", "{", jobs.sample("invalid-missing-class"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 3));
        assertThat(jobs.deadLetters()).contains(jobs.sample("invalid-missing-class"));
    }

    private Map<String, Object> donation() {
        return sql.sql(
                        """
                        select gateway_txn_id, first_name from contribution join contact on contact.id = contact_id
                        """)
                .query()
                .singleRow();
    }
}
