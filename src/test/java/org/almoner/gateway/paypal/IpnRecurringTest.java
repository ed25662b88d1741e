package org.almoner.gateway.paypal;

import static org.almoner.gateway.paypal.TestIpns.ipn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.almoner.gateway.Onward.Kind;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows from each kind of IPN of a profile or a subscription, field by field. */
@AlmonerTest
class IpnRecurringTest {

    @Autowired
    IpnJob job;

    @Autowired
    JdbcClient sql;

    TestIpns ipns;

    @BeforeEach
    void ipns() {
        ipns = new TestIpns(job, sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recurring_payment", "recurring_payment_outstanding_payment"})
    void tellsOfAPaymentOfAProfile(String type) {
        ipns.pending("paypal_ec", "7.1", "{\"gateway\":\"paypal_ec\",\"order_id\":\"7.1\",\"language\":\"nl\"}");

        var message = ipns.only(
                Kind.RECURRING,
                ipn("txn_type", type)
                        .put("recurring_payment_id", "I-1")
                        .put("txn_id", "T7")
                        .put("rp_invoice_id", "7.1")
                        .put("amount_per_cycle", "4.00")
                        .put("mc_gross", "5.00")
                        .put("mc_currency", "EUR")
                        .put("payment_date", "08:34:00 Dec 02, 2026 PST")
                        .put("address_street", "1 Street\r\nHouse 2"));

        assertThat(message.path("txn_type").asText()).isEqualTo("subscr_payment");
        assertThat(message.path("gateway").asText()).isEqualTo("paypal_ec");
        assertThat(message.path("recurring").asInt()).isEqualTo(1);
        assertThat(message.path("subscr_id").asText()).isEqualTo("I-1");
        assertThat(message.path("gross").asText()).isEqualTo("5.00");
        assertThat(message.path("date").asLong())
                .isEqualTo(Instant.parse("2026-12-02T16:34:00Z").getEpochSecond());
        assertThat(message.path("street_address").asText()).isEqualTo("1 Street");
        assertThat(message.path("supplemental_address_1").asText()).isEqualTo("House 2");
        assertThat(message.path("language").asText()).isEqualTo("nl");
        assertThat(message.path("contribution_tracking_id").asText()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({"Monthly, month", "Yearly, year"})
    void tellsOfAProfile(String cycle, String unit) {
        var message = ipns.only(
                Kind.RECURRING,
                ipn("txn_type", "recurring_payment_profile_created")
                        .put("recurring_payment_id", "I-1")
                        .put("payment_cycle", cycle)
                        .put("recur_times", "12")
                        .put("time_created", "08:34:00 Sep 02, 2026 PDT"));

        assertThat(message.path("txn_type").asText()).isEqualTo("subscr_signup");
        assertThat(message.path("frequency_unit").asText()).isEqualTo(unit);
        assertThat(message.path("frequency_interval").asInt()).isEqualTo(1);
        assertThat(message.path("installments").asText()).isEqualTo("0");
        assertThat(List.of("date", "create_date", "start_date"))
                .allSatisfy(field -> assertThat(message.path(field).asLong()).isEqualTo(1788363240));
    }

    @ParameterizedTest
    @CsvSource({
        "recurring_payment_profile_cancel,                       subscr_cancel, cancel_date",
        "recurring_payment_expired,                              subscr_eot,    date",
        "recurring_payment_suspended,                            subscr_failed, date",
        "recurring_payment_suspended_due_to_max_failed_payment,  subscr_failed, date",
        "recurring_payment_failed,                               subscr_failed, failure_retry_date",
        "recurring_payment_outstanding_payment_failed,           subscr_failed, failure_retry_date",
        "recurring_payment_skipped,                              subscr_failed, failure_retry_date",
    })
    void tellsWhatBecomesOfAProfile(String type, String told, String date) {
        var message = ipns.only(
                Kind.RECURRING,
                ipn("txn_type", type)
                        .put("recurring_payment_id", "I-1")
                        .put("next_payment_date", "03:00:00 Oct 02, 2026 PDT"));

        assertThat(message.path("txn_type").asText()).isEqualTo(told);
        assertThat(message.path(date).asLong()).isPositive();
        assertThat(message.path("date").asLong()).isPositive();
    }

    @Test
    void knowsNoDateOfARetryThatIsNotToBe() {
        assertThat(ipns.only(
                                Kind.RECURRING,
                                ipn("txn_type", "recurring_payment_failed").put("next_payment_date", "N/A"))
                        .has("failure_retry_date"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1 M, month, 1", "3 D, day, 3", "1 W, week, 1", "1 Y, year, 1"})
    void tellsOfASubscription(String period, String unit, int interval) {
        var message = ipns.only(
                Kind.RECURRING,
                ipn("txn_type", "subscr_signup")
                        .put("subscr_id", "S-1")
                        .put("period3", period)
                        .put("mc_amount3", "6.00")
                        .put("subscr_date", "08:34:00 Sep 02, 2026 PDT"));

        assertThat(message.path("gateway").asText()).isEqualTo("paypal");
        assertThat(message.path("txn_type").asText()).isEqualTo("subscr_signup");
        assertThat(message.path("frequency_unit").asText()).isEqualTo(unit);
        assertThat(message.path("frequency_interval").asInt()).isEqualTo(interval);
        assertThat(message.path("gross").asText()).isEqualTo("6.00");
        assertThat(message.path("start_date").asLong()).isEqualTo(1788363240);
    }

    @ParameterizedTest
    @CsvSource({
        "subscr_payment, gateway_txn_id",
        "subscr_cancel,  cancel_date",
        "subscr_failed,  failure_retry_date",
        "subscr_eot,     subscr_id",
    })
    void tellsWhatBecomesOfASubscription(String type, String field) {
        var message = ipns.only(
                Kind.RECURRING,
                ipn("txn_type", type)
                        .put("subscr_id", "S-1")
                        .put("txn_id", "T7")
                        .put("subscr_date", "08:34:00 Sep 02, 2026 PDT")
                        .put("retry_at", "08:34:00 Sep 05, 2026 PDT"));

        assertThat(message.path("txn_type").asText()).isEqualTo(type);
        assertThat(message.path("recurring").asInt()).isEqualTo(1);
        assertThat(message.path(field).asText()).isNotEmpty();
    }
}
