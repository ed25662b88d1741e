package org.almoner.gateway.dlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.almoner.gateway.News;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.TestGateway;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;

class DLocalNotificationReaderTest {

    private static final String PAYMENT =
            """
            {"id":"D-4-9ec1f0a2","amount":300.50,"currency":"INR","country":"IN","payment_method_id":"IR",
             "payment_method_type":"BANK_TRANSFER","payer":{"name":"Asha Rao","email":"asha@example.in"},
             "card":{"card_id":"CID-1"},"wallet":{"token":"UPI-TOK-77fa"},"order_id":"231450001.1",
             "status":"PAID","status_code":200,"status_detail":"The payment was paid.",
             "created_date":"2026-09-02T10:40:00.000+0000"}""";

    private final DLocalNotificationReader reader = new DLocalNotificationReader(TestGateway.json());

    @ParameterizedTest
    @CsvSource({"PAID, PaidMessageJob", "AUTHORIZED, AuthorizedMessageJob", "REJECTED, RejectedMessageJob"})
    void leavesWorkForPayments(String status, String job) {
        var news = read(PAYMENT.replace("PAID", status));

        assertThat(news.key()).isEqualTo("D-4-9ec1f0a2:" + status);
        assertThat(news.orderId()).isEqualTo("231450001.1");
        assertThat(TestGateway.only(news.onward(), Kind.JOB).path("class").textValue())
                .isEqualTo("SmashPig\\PaymentProviders\\dlocal\\Jobs\\" + job);
    }

    @Test
    void tellsAllThatTheJobNeeds() {
        var payload = TestGateway.only(read(PAYMENT).onward(), Kind.JOB).path("payload");

        assertThat(payload)
                .isEqualTo(
                        TestGateway.json()
                                .object(
                                        """
                                        {"gateway":"dlocal","gateway_txn_id":"D-4-9ec1f0a2","order_id":"231450001.1",
                                         "contribution_tracking_id":"231450001","full_name":"Asha Rao","email":"asha@example.in",
                                         "currency":"INR","country":"IN","gross":300.50,"date":1788345600,
                                         "dlocal_payment_method":"IR","payment_method":"bt","payment_submethod":"upi",
                                         "recurring_payment_token":"UPI-TOK-77fa","gateway_status":"PAID"}"""));
    }

    @Test
    void saysWhyAPaymentWasRejected() {
        var payload = TestGateway.only(
                        read(PAYMENT.replace("PAID", "REJECTED").replace("\"status_code\":200", "\"status_code\":322"))
                                .onward(),
                        Kind.JOB)
                .path("payload");

        assertThat(payload.path("gateway_status_code").textValue()).isEqualTo("322");
        assertThat(payload.path("gateway_status_detail").textValue()).isEqualTo("The payment was paid.");
    }

    @ParameterizedTest
    @CsvSource({"AUTHORIZED, CID-1", "PAID, "})
    void takesACardsTokenOnceItIsAuthorised(String status, String token) {
        var payload = TestGateway.only(
                        read(PAYMENT.replace("PAID", status).replace("\"wallet\":{\"token\":\"UPI-TOK-77fa\"},", ""))
                                .onward(),
                        Kind.JOB)
                .path("payload");

        assertThat(payload.path("recurring_payment_token").textValue()).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({
        "VI, CARD,          cc,   visa",
        "XX, CARD,          cc,   ",
        "MC, ,              cc,   mc",
        "UI, BANK_TRANSFER, bt,   upi",
        "BL, TICKET,        cash, cash_boleto",
        "ZZ, TICKET,        ,     "
    })
    void knowsHowTheDonorPaid(String id, String type, String method, String submethod) {
        assertThat(DLocalMethod.of(id, type)).isEqualTo(new DLocalMethod(method, submethod));
    }

    @Test
    void tellsOfARefund() {
        var refund = TestGateway.only(
                read("""
                        {"id":"REF-1","payment_id":"D-4","status":"SUCCESS","amount":"300.50","currency":"INR",
                         "created_date":"2026-09-03T10:40:00.000+0000"}""")
                        .onward(),
                Kind.REFUND);

        assertThat(refund)
                .isEqualTo(
                        TestGateway.json()
                                .object(
                                        """
                                        {"gateway":"dlocal","gateway_parent_id":"D-4","gross":300.50,"gross_currency":"INR",
                                         "date":1788432000,"type":"refund","gateway_refund_id":"REF-1"}"""));
    }

    @Test
    void tellsOfAChargebackWithoutAnIdOfItsOwn() {
        var chargeback = TestGateway.only(
                read("{\"id\":\"CHAR-1\",\"payment_id\":\"D-4\",\"status\":\"COMPLETED\",\"amount\":1,\"currency\":\"INR\"}")
                        .onward(),
                Kind.REFUND);

        assertThat(chargeback.path("type").textValue()).isEqualTo("chargeback");
        assertThat(chargeback.has("gateway_refund_id")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "CANCELLED", "EXPIRED", "SOMETHING"})
    void hasNothingToTellOfWhatIsNotOver(String status) {
        var news = read(PAYMENT.replace("PAID", status));

        assertThat(news.onward().of("JOB")).isEmpty();
        assertThat(news.onward().of("REFUND")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "status", "order_id", "amount", "currency"})
    void refusesWhatLacksAField(String field) {
        String without = PAYMENT.replace("\"" + field + "\"", "\"other\"");

        assertThatThrownBy(() -> read(without))
                .satisfies(thrown -> assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
                        .isInstanceOf(InvalidMessage.class)
                        .hasMessageContaining(field));
    }

    private News read(String body) {
        return reader.read(SentNotification.to("dlocal", body).received()).get(0);
    }
}
