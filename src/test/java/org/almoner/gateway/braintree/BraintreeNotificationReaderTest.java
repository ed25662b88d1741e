package org.almoner.gateway.braintree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import org.almoner.gateway.News;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.TestGateway;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BraintreeNotificationReaderTest {

    private static final String TRANSACTION =
            """
            <transaction><id>t-1</id><order-id>231450001.1</order-id><amount>12.50</amount>
            <currency-iso-code>USD</currency-iso-code><status>settled</status></transaction>""";

    private final BraintreeNotificationReader reader = new BraintreeNotificationReader(TestGateway.json());

    @Test
    void writesWhatASubscriptionWasCharged() {
        var news = only(
                "subscription_charged_successfully",
                "<subscription><id>s-1</id><transactions type=\"array\">" + TRANSACTION
                        + "<transaction><id>t-0</id></transaction></transactions></subscription>");

        assertThat(news.key()).isEqualTo("subscription_charged_successfully:s-1:2026-09-02T10:40:00Z");
        assertThat(news.gatewayTxnId()).isEqualTo("t-1");
        assertThat(payload(news))
                .isEqualTo(
                        TestGateway.json()
                                .object(
                                        """
                                        {"kind":"subscription_charged_successfully","timestamp":"2026-09-02T10:40:00Z",
                                         "gateway_txn_id":"t-1","order_id":"231450001.1","gross":"12.50","currency":"USD",
                                         "subject_id":"s-1","subscr_id":"s-1"}"""));
    }

    @Test
    void writesWhatOfATransactionIsDisputed() {
        var news = only(
                "dispute_opened",
                """
                <dispute><id>d-1</id><amount>2.50</amount><currency-iso-code>EUR</currency-iso-code><kind>chargeback</kind>
                <reason>fraud</reason>%s</dispute>"""
                        .formatted(TRANSACTION));

        assertThat(payload(news))
                .isEqualTo(
                        TestGateway.json()
                                .object(
                                        """
                                        {"kind":"dispute_opened","timestamp":"2026-09-02T10:40:00Z","gateway_txn_id":"t-1",
                                         "order_id":"231450001.1","gross":"2.50","currency":"EUR","subject_id":"d-1",
                                         "dispute_kind":"chargeback","reason":"fraud"}"""));
    }

    @Test
    void writesWhoseTokenWasRevoked() {
        var news = only(
                "payment_method_revoked_by_customer",
                "<paypal-account><email>a@example.org</email><token>tok-1</token></paypal-account>");

        assertThat(payload(news).path("recurring_payment_token").textValue()).isEqualTo("tok-1");
        assertThat(payload(news).toString()).doesNotContain("example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "dispute_won", "subscription_went_active", "disbursement", "java.lang.Runtime"})
    void hasNothingToTellOfOtherKinds(String kind) {
        assertThat(read(xml(kind, TRANSACTION))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE n [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><notification><kind>&x;</kind></notification>",
                "<!DOCTYPE n SYSTEM \"http://169.254.169.254/\"><notification><kind>check</kind></notification>",
                "<!DOCTYPE n [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><notification><kind>&b;</kind></notification>",
                "<notification><kind>check</notification>",
                "<notification/>",
                "<notification><kind>dispute_opened</kind></notification>",
                "<notification><kind>dispute_opened</kind><subject><other/></subject></notification>",
                "{\"kind\":\"check\"}",
                "&"
            })
    void refusesWhatCannotBeReadSafely(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(InvalidMessage.class);
    }

    private static String xml(String kind, String subject) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><notification><kind>" + kind
                + "</kind><timestamp type=\"datetime\">2026-09-02T10:40:00Z</timestamp><subject>" + subject
                + "</subject></notification>";
    }

    private static JsonNode payload(News news) {
        return TestGateway.only(news.onward(), Kind.JOB).path("payload");
    }

    private News only(String kind, String subject) {
        var news = read(xml(kind, subject));
        assertThat(news).hasSize(1);
        return news.get(0);
    }

    private List<News> read(String xml) {
        String payload =
                Base64.getMimeEncoder().encodeToString(xml.getBytes(UTF_8)).replace("\r", "") + "\n";
        return reader.read(
                SentNotification.to("braintree", "bt_signature=a%7Cb&bt_payload=" + URLEncoder.encode(payload, UTF_8))
                        .received());
    }
}
