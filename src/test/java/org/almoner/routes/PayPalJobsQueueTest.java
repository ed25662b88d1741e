package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PayPal's jobs, from their list to the lists of what follows. */
@AlmonerTest
@Stopped({"donations", "refund", "recurring"})
class PayPalJobsQueueTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    CamelContext camel;

    TestQueue jobs;

    @BeforeEach
    void queues() {
        jobs = new TestQueue("jobs-paypal", redis, sql);
    }

    @Test
    void makesADonationOfAPayment() {
        var receipt = jobs.pushSample("valid-express-checkout");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        var donation = jobs.onlyOn("donations");
        assertThat(donation.path("gateway").asText()).isEqualTo("paypal_ec");
        assertThat(donation.path("order_id").asText()).isEqualTo("231449155.2");
        assertThat(donation.path("contribution_tracking_id").asText()).isEqualTo("231449155");
        assertThat(donation.path("date").asLong()).isEqualTo(1788363240);
        assertThat(donation.path("gross").asText()).isEqualTo("5.00");
    }

    @Test
    void makesItOnceHoweverOftenItIsTold() {
        var receipt = jobs.pushOneByOne(
                jobs.sample("valid-express-checkout"),
                jobs.sample("valid-express-checkout").replace("9154", "9155"),
                jobs.sample("valid-express-checkout").replace("SmashPig\\\\P", "\\\\SmashPig\\\\P"));

        assertThat(receipt).isEqualTo(new Receipt(1, 2, 0));
        assertThat(jobs.onlyOn("donations").path("gateway_txn_id").asText()).isEqualTo("4EC882719M551034B");
    }

    @Test
    void tellsOfARefund() {
        jobs.pushSample("valid-refund");

        var refund = jobs.onlyOn("refund");
        assertThat(refund.path("type").asText()).isEqualTo("refund");
        assertThat(refund.path("gateway").asText()).isEqualTo("paypal_ec");
        assertThat(refund.path("gateway_refund_id").asText()).isEqualTo("8NB10456RP200934C");
        assertThat(refund.path("gateway_parent_id").asText()).isEqualTo("4EC882719M551034B");
    }

    @Test
    void knowsGiveLively() {
        jobs.pushSample("edge-givelively");

        assertThat(jobs.onlyOn("donations").path("direct_mail_appeal").asText()).isEqualTo("EV1V23");
        assertThat(jobs.onlyOn("donations").path("no_thank_you").asText()).isEqualTo("GiveLively");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge-ignored-type"})
    void ignoresWhatChangesNoGift(String sample) {
        assertThat(jobs.pushSample(sample)).isEqualTo(new Receipt(1, 0, 0));
        assertThat(sql.sql("select count(*) from outbox").query(Integer.class).single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"class\":\"SmashPig\\\\PaymentProviders\\\\PayPal\\\\Job\",\"payload\":{}} | txn_type is missing",
                "{\"class\":\"SmashPig\\\\PaymentProviders\\\\PayPal\\\\Jobs\",\"payload\":{}} | class is none of this queue's jobs",
                "{\"class\":\"java.lang.Runtime\",\"payload\":{}} | class is none of this queue's jobs",
                "{\"class\":\"\",\"payload\":{}} | class is missing",
                "{\"class\":\"SmashPig\\\\PaymentProviders\\\\PayPal\\\\Job\"} | payload is missing",
            })
    void keepsWhatItCannotDo(String message, String error) {
        assertThat(jobs.push(message)).isEqualTo(new Receipt(0, 0, 1));
        assertThat(jobs.lastError()).isEqualTo(error);
        assertThat(jobs.deadLetters()).containsExactly(message);
    }

    @Test
    void keepsWhatHasNoTypeAndGoesOn() {
        var receipt = jobs.push(jobs.sample("invalid-no-type"), "{", jobs.sample("valid-express-checkout"));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 2));
        assertThat(jobs.deadLetters()).containsExactlyInAnyOrder(jobs.sample("invalid-no-type"), "{");
        assertThat(jobs.onlyOn("donations").path("gateway_txn_id").asText()).isEqualTo("4EC882719M551034B");
    }
}
