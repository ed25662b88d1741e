package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PayPal's jobs, from their list to the lists of what follows. */
@AlmonerTest
@TestInstance(Lifecycle.PER_CLASS)
class PayPalJobsQueueTest {

    private static final List<String> OTHERS = List.of("donations", "refund", "recurring");

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    CamelContext camel;

    @Autowired
    ObjectMapper json;

    TestQueue jobs;

    @BeforeAll
    void stopOthers() throws Exception {
        jobs = new TestQueue("jobs-paypal", redis, sql);
        for (String route : OTHERS) {
            camel.getRouteController().stopRoute(route);
        }
    }

    @AfterAll
    void startOthers() throws Exception {
        for (String route : OTHERS) {
            camel.getRouteController().startRoute(route);
        }
    }

    @Test
    void makesADonationOfAPayment() {
        var receipt = jobs.pushSample("valid-express-checkout");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        var donation = only("donations");
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
        assertThat(only("donations").path("gateway_txn_id").asText()).isEqualTo("4EC882719M551034B");
    }

    @Test
    void tellsOfARefund() {
        jobs.pushSample("valid-refund");

        var refund = only("refund");
        assertThat(refund.path("type").asText()).isEqualTo("refund");
        assertThat(refund.path("gateway").asText()).isEqualTo("paypal_ec");
        assertThat(refund.path("gateway_refund_id").asText()).isEqualTo("8NB10456RP200934C");
        assertThat(refund.path("gateway_parent_id").asText()).isEqualTo("4EC882719M551034B");
    }

    @Test
    void knowsGiveLively() {
        jobs.pushSample("edge-givelively");

        assertThat(only("donations").path("direct_mail_appeal").asText()).isEqualTo("EV1V23");
        assertThat(only("donations").path("no_thank_you").asText()).isEqualTo("GiveLively");
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
        assertThat(only("donations").path("gateway_txn_id").asText()).isEqualTo("4EC882719M551034B");
    }

    private JsonNode only(String list) {
        await().untilAsserted(() -> assertThat(redis.opsForList().size(list)).isEqualTo(1));
        try {
            return json.readTree(redis.opsForList().index(list, 0));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
