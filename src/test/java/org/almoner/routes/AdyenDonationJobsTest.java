package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How what Adyen tells makes donations of pending payments, and the rest of its jobs. */
@AlmonerTest
@Stopped({"gateway-calls", "donations", "recurring", "payments-antifraud"})
class AdyenDonationJobsTest {

    private static final String ORDER = "231448907.1";
    private static final String TOKENIZE =
            """
            {"class":"\\\\SmashPig\\\\PaymentProviders\\\\Adyen\\\\Jobs\\\\TokenizeRecurringJob","payload":{"gateway":"adyen",
             "gateway_txn_id":"Q7K2M9XW4TBN8R65","order_id":"231448907.1","processor_contact_id":"231448907.1",
             "recurring":"1","gross":"12.50","currency":"EUR"}}""";

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
    void makesADonationOfWhatWasCaptured() {
        jobs.pending(ORDER);

        queue.pushSample("valid-record-capture");

        var donation = queue.onlyOn("donations");
        assertThat(donation.path("gateway_txn_id").asText()).isEqualTo("Q7K2M9XW4TBN8R65");
        assertThat(donation.path("date").asLong()).isEqualTo(1788338400);
        assertThat(donation.path("email").asText()).isEqualTo("j.devries@example.org");
        assertThat(donation.has("pending_id")).isFalse();
        assertThat(donation.has("captured")).isFalse();
        assertThat(jobs.pendingRow()).doesNotContainEntry("resolved_at", null);
    }

    @Test
    void waitsForAPaymentThatIsNotThereYet() {
        var receipt = queue.push(fresh(queue.sample("valid-record-capture")));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(jobs.isRetried()).isTrue();
    }

    @Test
    void takesAPaymentThatWasRecordedByOthersForNothing() {
        sql.sql("insert into contact (id, created_at, updated_at) values (1, now(), now())")
                .update();
        sql.sql(
                        """
                        insert into contribution (contact_id, gateway, gateway_txn_id, trxn_id, received_at, currency, gross,
                            fee, net, original_currency, original_gross, status, financial_type, payment_instrument)
                        values (1, 'adyen', 'Q7K2M9XW4TBN8R65', 'RECURRING ADYEN Q7K2M9XW4TBN8R65', now(), 'USD', 38, 0, 38,
                            'EUR', 35, 'Completed', 'Cash', 'Credit Card')
                        """)
                .update();

        var receipt = queue.pushSample("valid-record-capture");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(jobs.isEmpty("donations")).isTrue();
    }

    @Test
    void waitsForTheTokenOfARecurringDonation() {
        jobs.pending(ORDER, Map.of("recurring", "1"));

        queue.push(fresh(queue.sample("valid-record-capture")));
        assertThat(jobs.isRetried()).isTrue();
        assertThat(jobs.isEmpty("donations")).isTrue();

        queue.push(contract("visa"));
        assertThat(jobs.isEmpty("donations")).isTrue();
        queue.pushSample("valid-record-capture");

        var donation = queue.onlyOn("donations");
        assertThat(donation.path("recurring_payment_token").asText()).isEqualTo("TOKEN1");
        assertThat(donation.path("processor_contact_id").asText()).isEqualTo(ORDER);
    }

    @Test
    void completesARecurringBankTransferByItsContract() {
        jobs.pending(ORDER, Map.of("recurring", "1", "payment_submethod", "rtbt_ideal", "gross", "1"));

        queue.pushSample("valid-record-capture");

        assertThat(jobs.isEmpty("donations")).isTrue();
        assertThat(jobs.pendingMessage().path("gross").asText()).isEqualTo("12.50");
        assertThat(jobs.pendingRow())
                .containsEntry("resolved_at", null)
                .containsEntry("gateway_txn_id", "Q7K2M9XW4TBN8R65");

        queue.push(contract("ideal"));

        var donation = queue.onlyOn("donations");
        assertThat(donation.path("gateway_txn_id").asText()).isEqualTo("Q7K2M9XW4TBN8R65");
        assertThat(donation.path("recurring_payment_token").asText()).isEqualTo("TOKEN1");
        assertThat(donation.path("gross").asText()).isEqualTo("12.50");
        assertThat(donation.has("pending_id")).isFalse();
        assertThat(jobs.pendingRow()).doesNotContainEntry("resolved_at", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visa", "ideal", "sepadirectdebit"})
    void discardsAContractOfNothing(String method) {
        var receipt = queue.push(contract(method));

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(jobs.isEmpty("donations")).isTrue();
    }

    @Test
    void asksForATokenAndGoesOnWithIt() {
        queue.push(TOKENIZE);
        assertThat(jobs.call()).containsEntry("ask", "TOKENISE").containsEntry("gateway_txn_id", "Q7K2M9XW4TBN8R65");

        jobs.answer("tokenise:adyen:Q7K2M9XW4TBN8R65", "DONE", Map.of("recurring_payment_token", "TOKEN1"));

        var donation = queue.onlyOn("donations");
        assertThat(donation.path("recurring_payment_token").asText()).isEqualTo("TOKEN1");
        assertThat(donation.path("gross").asText()).isEqualTo("12.50");
    }

    @Test
    void doesNotGoOnWithoutAToken() {
        queue.push(TOKENIZE);

        var answers = jobs.answer("tokenise:adyen:Q7K2M9XW4TBN8R65", "REFUSED", Map.of());

        assertThat(answers.receipt()).isEqualTo(new Receipt(0, 0, 1));
        assertThat(jobs.isEmpty("donations")).isTrue();
    }

    @Test
    void asksForAReport() {
        queue.pushSample("valid-download-report");

        assertThat(jobs.call()).containsEntry("ask", "FETCH").containsEntry("account", "WikimediaExampleCOM");
        var answers = jobs.answer(jobs.calls().get(0), "UNAVAILABLE", Map.of());
        assertThat(answers.lastError()).isEqualTo("the report was not fetched: as it says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ca-live.example-adyen.test/reports/download/MerchantAccount/X/a.csv",
                "https://ca-live.example-adyen.test.evil.test/reports/download/MerchantAccount/X/a.csv",
                "https://evil.test/reports/download/MerchantAccount/X/a.csv",
                "https://ca-live.example-adyen.test@evil.test/reports/download/MerchantAccount/X/a.csv",
                "https://user:password@ca-live.example-adyen.test/reports/download/MerchantAccount/X/a.csv",
                "https://ca-live.example-adyen.test:8443/reports/download/MerchantAccount/X/a.csv",
                "https://ca-live.example-adyen.test/reports/download/MerchantAccount/X/../../../a.csv",
                "https://ca-live.example-adyen.test/reports/download/MerchantAccount/X/..",
                "https://ca-live.example-adyen.test/reports/download/MerchantAccount/X/.htaccess",
                "https://ca-live.example-adyen.test/reports/download/MerchantAccount/X/a%2fb.csv",
                "https://ca-live.example-adyen.test/reports/download/MerchantAccount/X/a.csv?to=evil",
                "https://ca-live.example-adyen.test/reports/download/MerchantAccount/X/a.csv#b",
                "https://ca-live.example-adyen.test/login",
                "https://127.0.0.1/reports/download/MerchantAccount/X/a.csv",
                "https://[::1]/reports/download/MerchantAccount/X/a.csv",
                "https://169.254.169.254/latest/meta-data",
                "HTTPS://CA-LIVE.EXAMPLE-ADYEN.TEST/reports/download/MerchantAccount/X/a.csv",
                "file:///etc/passwd",
                "",
            })
    void asksForNothingThatIsNoReportOfAdyens(String url) {
        var receipt = queue.push(queue.sample("valid-download-report").replaceFirst("https://[^\"]*", url));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(jobs.calls()).isEmpty();
    }

    @Test
    void resolvesWhatIsPendingNoMore() {
        jobs.pending(ORDER);

        queue.push(
                """
                {"class":"SmashPig\\\\Core\\\\Jobs\\\\DeletePendingJob","payload":{"gateway":"adyen","order_id":"231448907.1"}}""");

        assertThat(jobs.pendingRow()).doesNotContainEntry("resolved_at", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Runtime",
                "org.almoner.gateway.DeletePending",
                "SmashPig\\\\PaymentProviders\\\\Gravy\\\\Jobs\\\\RecordCaptureJob",
                "RecordCaptureJob"
            })
    void runsNothingThatItsTableDoesNotName(String name) {
        var receipt = queue.push("{\"class\":\"%s\",\"payload\":{}}".formatted(name));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(queue.lastError()).isEqualTo("class is none of this queue's jobs");
    }

    /** Young enough to be tried again. */
    private static String fresh(String message) {
        return message.replaceFirst(
                "\"source_enqueued_time\": \\d+",
                "\"source_enqueued_time\": " + Instant.now().getEpochSecond());
    }

    private static String contract(String method) {
        return """
                {"class":"SmashPig\\\\PaymentProviders\\\\Adyen\\\\Jobs\\\\RecurringContractJob","payload":{
                 "gatewayTxnId":"Q7K2M9XW4TBN8R65","merchantReference":"231448907.1",
                 "eventDate":"2026-09-02T10:40:00+02:00","recurringPaymentToken":"TOKEN1",
                 "processorContactId":"231448907.1","paymentMethod":"%s"}}"""
                .formatted(method);
    }
}
