package org.almoner.gateway.ingenico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.almoner.gateway.News;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.TestGateway;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngenicoNotificationReaderTest {

    private static final String EVENT =
            """
            {"apiVersion":"v1","id":"34b8a607","created":"2026-09-02T12:40:00.000+0200","merchantId":"1234","type":"%s",
             "%s":{"id":"000000123410000555550000100001","status":"X",
              "%sOutput":{"amountOfMoney":{"amount":%s,"currencyCode":"%s"},"references":{"merchantReference":"231462950.1"}}}}""";

    private final IngenicoNotificationReader reader = new IngenicoNotificationReader(TestGateway.json());

    @ParameterizedTest
    @ValueSource(strings = {"payment.capture_requested", "payment.captured", "payment.paid"})
    void leavesWorkForAPaymentOnceWhateverItsSteps(String type) {
        var news = only(event(type, "1050", "USD"));

        assertThat(news.key()).isEqualTo("000000123410000555550000100001:recorded");
        assertThat(TestGateway.only(news.onward(), Kind.JOB))
                .isEqualTo(
                        TestGateway.json()
                                .object(
                                        """
                                        {"class":"SmashPig\\\\PaymentProviders\\\\Ingenico\\\\RecordPaymentJob","payload":
                                         {"gateway":"ingenico","gateway_txn_id":"000000123410000555550000100001",
                                          "order_id":"231462950.1","gross":10.50,"currency":"USD","date":1788345600}}"""));
    }

    @ParameterizedTest
    @CsvSource({"500, JPY, 500", "1234, KWD, 1.234", "1050, EUR, 10.50"})
    void readsAmountsInTheCoinsOfTheCurrency(String minor, String currency, String gross) {
        var payload = TestGateway.only(
                        only(event("payment.paid", minor, currency)).onward(), Kind.JOB)
                .path("payload");

        assertThat(payload.path("gross").decimalValue()).isEqualByComparingTo(gross);
    }

    @ParameterizedTest
    @CsvSource({"payment.chargebacked, chargeback", "payment.reversed, reversal"})
    void tellsOfMoneyThatWasTaken(String type, String refund) {
        var message = TestGateway.only(only(event(type, "1050", "USD")).onward(), Kind.REFUND);

        assertThat(message.path("type").textValue()).isEqualTo(refund);
        assertThat(message.path("gateway_parent_id").textValue()).isEqualTo("000000123410000555550000100001");
    }

    @Test
    void tellsOfARefundByItsOrder() {
        var message = TestGateway.only(
                only(EVENT.formatted("refund.refunded", "refund", "refund", "1050", "USD"))
                        .onward(),
                Kind.REFUND);

        assertThat(message)
                .isEqualTo(
                        TestGateway.json()
                                .object(
                                        """
                                        {"gateway":"ingenico","type":"refund","invoice_id":"231462950.1","order_id":"231462950.1",
                                         "gross":10.50,"gross_currency":"USD","date":1788345600,
                                         "gateway_parent_id":"000000123410000555550000100001",
                                         "gateway_refund_id":"000000123410000555550000100001"}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"payment.created", "payment.rejected", "payment.pending_approval", "refund.rejected", "payout.x"
            })
    void hasNothingToTellOfOthers(String type) {
        assertThat(read(event(type, "1050", "USD"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"type\"", "\"payment\"", "paymentOutput", "amountOfMoney", "\"amount\"", "merchantReference"})
    void refusesWhatLacksAField(String field) {
        String without = event("payment.paid", "1050", "USD").replace(field, field.replaceAll("[a-z]", "x"));

        assertThatThrownBy(() -> read(without)).hasStackTraceContaining(InvalidMessage.class.getName());
    }

    private static String event(String type, String amount, String currency) {
        return EVENT.formatted(type, "payment", "payment", amount, currency);
    }

    private News only(String body) {
        assertThat(read(body)).hasSize(1);
        return read(body).get(0);
    }

    private List<News> read(String body) {
        return reader.read(SentNotification.to("ingenico", body).received());
    }
}
