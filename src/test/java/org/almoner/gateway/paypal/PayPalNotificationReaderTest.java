package org.almoner.gateway.paypal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.TestHttp;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayPalNotificationReaderTest {

    private final PayPalNotificationReader reader = new PayPalNotificationReader(TestHttp.json());

    @Test
    void makesAJobOfAnIpnWithAllItsFields() {
        var news = ipn(TestPayPal.IPN + "&txn_type=express_checkout&custom=7.1");

        assertThat(news.key()).isEqualTo("paypal:4EC882719M551034B:express_checkout:Completed");
        assertThat(news.orderId()).isEqualTo("7.1");
        assertThat(news.gatewayTxnId()).isEqualTo("4EC882719M551034B");
        assertThat(news.onward().of("JOB").get(0).toString())
                .isEqualTo(
                        "{\"class\":\"SmashPig\\\\PaymentProviders\\\\PayPal\\\\Job\",\"payload\":{\"mc_gross\":\"5.00\","
                                + "\"payment_status\":\"Completed\",\"txn_id\":\"4EC882719M551034B\","
                                + "\"receiver_email\":\"donate@example.org\",\"first_name\":\"José\",\"charset\":\"windows-1252\","
                                + "\"txn_type\":\"express_checkout\",\"custom\":\"7.1\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "first_name=Jos%C3%A9&charset=UTF-8,                 José",
        "first_name=Jos%C3%A9&charset=utf-8,                 José",
        "charset=windows-1252&first_name=Jos%E9,             José",
        "first_name=Jos%E9,                                  José",
        "first_name=%92%8A&charset=windows-1252,             ’Š",
        "first_name=%A4%A2&charset=EUC-JP,                   あ",
        "first_name=A%2BB+C&charset=UTF-8,                   A+B C",
    })
    void readsTheCharactersThatAreMeant(String body, String name) {
        assertThat(ipn(body + "&txn_type=cart")
                        .onward()
                        .of("JOB")
                        .get(0)
                        .at("/payload/first_name")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void tellsWhatIsToldAgain() {
        String pending = "txn_id=T7&payment_status=Pending&txn_type=cart";

        assertThat(ipn(pending).key()).isEqualTo(ipn(pending + "&resend=true").key());
        assertThat(ipn(pending).key())
                .isNotEqualTo(
                        ipn("txn_id=T7&payment_status=Completed&txn_type=cart").key());
        assertThat(ipn("txn_type=mp_cancel&ipn_track_id=1").key())
                .isNotEqualTo(ipn("txn_type=mp_cancel&ipn_track_id=2").key());
        assertThat(ipn("txn_type=mp_cancel&a=1").key())
                .isNotEqualTo(ipn("txn_type=mp_cancel&a=2").key());
    }

    @Test
    void readsACaptureOfAWebhook() {
        var news = webhook(
                "PAYMENT.CAPTURE.COMPLETED",
                """
                {"id":"C7","status":"COMPLETED","amount":{"value":"5.00","currency_code":"USD"},"custom_id":"7.1",
                 "seller_receivable_breakdown":{"paypal_fee":{"value":"0.47"}},"create_time":"2026-09-02T15:34:00Z"}""");

        assertThat(news.key()).isEqualTo("paypal:event:WH-1");
        assertThat(payload(news))
                .containsEntry("txn_type", "express_checkout")
                .containsEntry("payment_status", "Completed")
                .containsEntry("txn_id", "C7")
                .containsEntry("mc_gross", "5.00")
                .containsEntry("mc_currency", "USD")
                .containsEntry("mc_fee", "0.47")
                .containsEntry("custom", "7.1")
                .containsEntry("payment_date", "2026-09-02T15:34:00Z");
    }

    @Test
    void readsARefundOfAWebhook() {
        var news = webhook(
                "PAYMENT.CAPTURE.REFUNDED",
                """
                {"id":"R7","amount":{"value":"5.00","currency_code":"USD"},"invoice_id":"7.1","create_time":"2026-09-02T15:34:00Z",
                 "links":[{"rel":"self","href":"https://api.paypal.com/v2/payments/refunds/R7"},
                          {"rel":"up","href":"https://api.paypal.com/v2/payments/captures/C7"}]}""");

        assertThat(payload(news))
                .containsEntry("payment_status", "Refunded")
                .containsEntry("txn_id", "R7")
                .containsEntry("parent_txn_id", "C7")
                .containsEntry("invoice", "7.1")
                .doesNotContainKey("txn_type");
    }

    @Test
    void readsAReversalOfAWebhook() {
        assertThat(payload(webhook(
                        "PAYMENT.CAPTURE.REVERSED", "{\"id\":\"C7\",\"create_time\":\"2026-09-02T15:34:00Z\"}")))
                .containsEntry("payment_status", "Reversed")
                .containsEntry("reason_code", "chargeback")
                .containsEntry("parent_txn_id", "C7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHECKOUT.ORDER.APPROVED", "PAYMENT.CAPTURE.PENDING", "PAYMENT.CAPTURE.DENIED", "X"})
    void caresForNoOtherEvent(String event) {
        assertThat(reader.read(TestPayPal.webhook(event(event, "{}")).received()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"1\"}", "{\"event_type\":\"X\"}"})
    void refusesAnEventThatIsNone(String body) {
        assertThatThrownBy(() -> reader.read(TestPayPal.webhook(body).received()))
                .rootCause()
                .isInstanceOf(InvalidMessage.class);
    }

    private News ipn(String body) {
        var notification =
                new Notification("7b1c", "paypal", TestPayPal.NOW, "198.51.100.7", Map.of(), body.getBytes(ISO_8859_1));
        return reader.read(notification).get(0);
    }

    private News webhook(String event, String resource) {
        return reader.read(TestPayPal.webhook(event(event, resource)).received())
                .get(0);
    }

    private static String event(String event, String resource) {
        return "{\"id\":\"WH-1\",\"event_type\":\"%s\",\"resource\":%s}".formatted(event, resource);
    }

    private static Map<String, Object> payload(News news) {
        return new ObjectMapper()
                .convertValue(news.onward().of("JOB").get(0).path("payload"), new TypeReference<>() {});
    }
}
