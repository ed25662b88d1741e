package org.almoner.gateway.paypal;

import static org.almoner.gateway.paypal.TestIpns.ipn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;
import org.almoner.testing.AlmonerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows from each kind of IPN of a payment, field by field. */
@AlmonerTest
class IpnJobTest {

    @Autowired
    IpnJob job;

    @Autowired
    IpnProfile profile;

    @Autowired
    IpnSubscription subscription;

    @Autowired
    PayPalPending pendingPayments;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    TestIpns ipns;

    @BeforeEach
    void ipns() {
        ipns = new TestIpns(job, sql);
    }

    @Test
    void makesADonationOfAPayment() {
        var donation = ipns.only(
                Kind.DONATION,
                ipn("txn_type", "express_checkout")
                        .put("payment_status", "Completed")
                        .put("payment_date", "08:34:00 Sep 02, 2026 PDT")
                        .put("txn_id", "4EC882719M551034B")
                        .put("mc_gross", "5.00")
                        .put("mc_fee", "0.47")
                        .put("mc_currency", "USD")
                        .put("payer_email", "rowan@example.net")
                        .put("first_name", "Rowan")
                        .put("last_name", "Blake")
                        .put("address_name", "Rowan Blake")
                        .put("address_country_code", "CA")
                        .put("residence_country", "US")
                        .put("custom", "231449155.2"));

        assertThat(donation.toString())
                .isEqualTo(
                        "{\"date\":1788363240,\"txn_type\":\"express_checkout\",\"gateway_txn_id\":\"4EC882719M551034B\","
                                + "\"currency\":\"USD\",\"order_id\":\"231449155.2\",\"email\":\"rowan@example.net\","
                                + "\"first_name\":\"Rowan\",\"last_name\":\"Blake\",\"country\":\"US\",\"gross\":\"5.00\","
                                + "\"fee\":\"0.47\",\"contribution_tracking_id\":\"231449155\",\"gateway\":\"paypal_ec\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "express_checkout, echeck,  paypal_ec",
        "cart,             instant, paypal_ec",
        "cart,             echeck,  paypal",
        "web_accept,       instant, paypal",
        "send_money,       instant, paypal",
        "masspay,          instant, paypal",
        "virtual_terminal, instant, paypal",
    })
    void tellsThePaymentsOfExpressCheckout(String type, String paymentType, String gateway) {
        var donation = ipns.only(
                Kind.DONATION,
                ipn("txn_type", type).put("payment_type", paymentType).put("custom", "7.1"));

        assertThat(donation.path("gateway").asText()).isEqualTo(gateway);
    }

    @Test
    void completesADonationByWhatTheFormWasTold() {
        ipns.pending(
                "paypal_ec",
                "7.1",
                """
                {"gateway":"paypal_ec","order_id":"7.1","gateway_txn_id":false,"email":"form@example.org","language":"nl",
                 "gross":"4.00","currency":"USD","gateway_session_id":"EC-1","pending_id":9,"source_name":"x",
                 "source_type":"x","source_host":"x","source_run_id":1,"source_version":"x","source_enqueued_time":1}""");

        var donation = ipns.only(
                Kind.DONATION,
                ipn("txn_type", "express_checkout")
                        .put("custom", "7.1")
                        .put("txn_id", "T7")
                        .put("mc_gross", "5.00")
                        .put("payer_email", "paypal@example.org"));

        assertThat(donation.path("language").asText()).isEqualTo("nl");
        assertThat(donation.path("email").asText()).isEqualTo("paypal@example.org");
        assertThat(donation.path("gross").asText()).isEqualTo("5.00");
        assertThat(donation.path("gateway_txn_id").asText()).isEqualTo("T7");
        assertThat(donation.fieldNames())
                .toIterable()
                .noneMatch(name ->
                        name.startsWith("source_") || name.equals("pending_id") || name.equals("gateway_session_id"));
        assertThat(sql.sql("select resolved_at is null from pending_payment")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void knowsGiveLively() {
        var donation = ipns.only(Kind.DONATION, ipn("txn_type", "cart").put("payment_type", "instant"));

        assertThat(donation.path("direct_mail_appeal").asText()).isEqualTo("EV1V23");
        assertThat(donation.path("no_thank_you").asText()).isEqualTo("GiveLively");
        assertThat(ipns.only(Kind.DONATION, ipn("txn_type", "cart").put("custom", "7.1"))
                        .has("no_thank_you"))
                .isFalse();
    }

    @Test
    void knowsTheGivingFund() {
        var settings = TestPayPal.settings("", "", "", false);
        var funded = new IpnJob(new IpnPayment(pendingPayments, settings), profile, subscription);

        var donation = new TestIpns(funded, sql)
                .only(
                        Kind.DONATION,
                        ipn("txn_type", "web_accept")
                                .put("payer_email", "Grants@fund.example.org")
                                .put("first_name", "PayPal")
                                .put("last_name", "Fund")
                                .put("address_street", "1 Street")
                                .put("address_city", "City")
                                .put("address_state", "DC")
                                .put("address_zip", "1")
                                .put("residence_country", "US")
                                .put("mc_gross", "5.00"));

        assertThat(donation.toString())
                .isEqualTo(
                        "{\"txn_type\":\"web_accept\",\"gross\":\"5.00\",\"gateway\":\"paypal\",\"contact_id\":3729480,"
                                + "\"Gift_Data.Appeal\":\"White Mail\",\"Gift_Data.Campaign\":\"Donor Advised Fund\","
                                + "\"Gift_Data.Channel\":\"Other Offline\",\"Gift_Data.Fund\":\"Major Gifts - CC104\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pending", "Denied", "Failed", "Voided", "Canceled_Reversal", "Expired"})
    void waitsForThePaymentToBeCompleted(String status) {
        assertThat(ipns.all(ipn("txn_type", "web_accept").put("payment_status", status)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new_case", "subscr_modify", "merch_pmt", "mp_signup", "mp_notification", "mp_cancel"})
    void ignoresWhatChangesNoGift(String type) {
        assertThat(ipns.all(ipn("txn_type", type))).isEmpty();
    }

    @Test
    void leavesToGravyWhatIsGravys() {
        assertThat(ipns.all(ipn("txn_type", "cart").put("custom", "7ABCDEFGHJKLMNPQRSTUVW")))
                .isEmpty();
        assertThat(ipns.only(Kind.DONATION, ipn("txn_type", "cart").put("custom", "123456789012345678901.1"))
                        .path("order_id")
                        .asText())
                .isEqualTo("123456789012345678901.1");
    }

    @ParameterizedTest
    @CsvSource({
        "adjustment, ,         refund,                chargeback",
        "refund,     ,         buyer_complaint,       refund",
        ",           Refunded, refund,                refund",
        ",           Refunded, other,                 refund",
        ",           Reversed, unauthorized_spoof,    refund",
        ",           Reversed, unauthorized_claim,    refund",
        ",           Reversed, admin_fraud_reversal,  refund",
        ",           Reversed, chargeback,            chargeback",
        ",           Reversed, ,                      chargeback",
        ",           Refunded, ,                      refund",
        "web_accept, Reversed, chargeback,            chargeback",
    })
    void tellsOfMoneyThatWentBack(
            @Nullable String type, @Nullable String status, @Nullable String reason, String told) {
        var ipn = ipn("txn_id", "R7")
                .put("parent_txn_id", "T7")
                .put("mc_gross", "-5.00")
                .put("mc_currency", "USD");
        Stream.of(
                        List.of("txn_type", str(type)),
                        List.of("payment_status", str(status)),
                        List.of("reason_code", str(reason)))
                .filter(field -> !field.get(1).isEmpty())
                .forEach(field -> ipn.put(field.get(0), field.get(1)));

        var refund = ipns.only(Kind.REFUND, ipn.put("payment_date", "10:00:00 Sep 03, 2026 PDT"));

        assertThat(refund.path("type").asText()).isEqualTo(told);
        assertThat(refund.path("gateway").asText()).isEqualTo("paypal");
        assertThat(refund.path("gateway_refund_id").asText()).isEqualTo("R7");
        assertThat(refund.path("gateway_parent_id").asText()).isEqualTo("T7");
        assertThat(refund.path("gross_currency").asText()).isEqualTo("USD");
        assertThat(ipns.only(Kind.REFUND, ipn.put("invoice", "7.1"))
                        .path("gateway")
                        .asText())
                .isEqualTo("paypal_ec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"payment_status\":\"Created\",\"txn_id\":\"X\"}",
                "{\"txn_type\":\"sermon\"}",
                "{\"txn_type\":\"EXPRESS_CHECKOUT\"}",
                "{\"txn_type\":{\"a\":1}}",
                "{\"txn_type\":[\"cart\"]}",
                "{\"txn_type\":\"cart\",\"payment_date\":\"yesterday\"}",
                "{\"txn_type\":\"cart\",\"payment_date\":\"08:34:00 Sep 31, 2026 XXX\"}",
                "{\"txn_type\":\"subscr_signup\",\"period3\":\"often\"}",
                "{\"txn_type\":\"subscr_cancel\"}",
                "{\"txn_type\":\"recurring_payment_profile_created\",\"payment_cycle\":\"Daily\"}"
            })
    void refusesWhatItDoesNotUnderstand(String payload) throws Exception {
        var ipn = json.readValue(payload, ObjectNode.class);

        assertThatThrownBy(() -> ipns.run(ipn)).isInstanceOf(InvalidMessage.class);
    }

    private static String str(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
