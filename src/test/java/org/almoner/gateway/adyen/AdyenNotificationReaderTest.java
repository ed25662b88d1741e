package org.almoner.gateway.adyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.almoner.gateway.News;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from each event, and from which nothing does. */
class AdyenNotificationReaderTest {

    private static final String GRAVY = "7jZXl4gBUNl0CnaLEnfXbt";
    private static final String GRAVY_ID = "fe26475d-ec3e-4884-9553-f7356683f7f9";

    private final AdyenNotificationReader reader = reader(false);

    @Test
    void leavesTheCaptureToTheFrontEnd() {
        assertNothing(TestItem.of("AUTHORISATION"));
    }

    @Test
    void hasAnAuthorisationCapturedWhereWeCapture() {
        var item = TestItem.of("AUTHORISATION")
                .additional("cvcResult", "1 Matches")
                .additional("avsResult", "4 AVS not supported for this card type");

        var job = only(reader(true), item, Kind.JOB);

        assertThat(job)
                .isEqualTo(
                        json(
                                """
                {"class": "SmashPig\\\\PaymentProviders\\\\Adyen\\\\Jobs\\\\ProcessCaptureRequestJob", "payload": {
                 "account": "ExampleCOM", "amount": 12.50, "avsResult": "4", "currency": "EUR", "cvvResult": "1",
                 "isSuccessfulAutoRescue": false, "merchantReference": "231448907.1", "paymentMethod": "visa",
                 "processAutoRescueCapture": true, "pspReference": "Q7K2M9XW4TBN8R65", "retryRescueReference": "",
                 "shopperReference": ""}}
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blik", "ideal", "onlineBanking_CZ"})
    void recordsWhatIsSettledAtOnce(String method) {
        var job = only(reader, TestItem.of("AUTHORISATION").with("paymentMethod", method), Kind.JOB);

        assertThat(job).isEqualTo(recordCapture());
    }

    @Test
    void recordsACaptureUnderThePaymentThatItIsOf() {
        var capture = TestItem.of("CAPTURE")
                .with("pspReference", "CAPTURE000000001")
                .with("originalReference", "Q7K2M9XW4TBN8R65");

        assertThat(only(reader, capture, Kind.JOB)).isEqualTo(recordCapture());
    }

    @Test
    void tellsAJobAHundredthOfTheUnitsWhateverTheCurrency() {
        var job = only(reader, TestItem.of("CAPTURE").of(500, "JPY"), Kind.JOB);

        assertThat(job.path("payload").path("amount").decimalValue()).isEqualByComparingTo("5");
    }

    @Test
    void recognisesAPassedOnCard() {
        var item = TestItem.of("AUTHORISATION").additional("checkout.cardAddedBrand", "visavipps");

        assertThat(only(reader(true), item, Kind.JOB)
                        .path("payload")
                        .path("paymentMethod")
                        .asText())
                .isEqualTo("ew");
    }

    @Test
    void hasARescuedPaymentCapturedAlthoughItIsAnInstalment() {
        var item = TestItem.of("AUTHORISATION")
                .of(500, "JPY")
                .additional("shopperInteraction", "ContAuth")
                .additional("retry.orderAttemptNumber", "1")
                .additional("retry.rescueReference", "ZXH4C2WQ8N57MK31");

        assertThat(only(reader, item, Kind.JOB).path("payload"))
                .hasToString(
                        """
                        {"account":"ExampleCOM","amount":5.0,"avsResult":"","currency":"JPY","cvvResult":"",\
                        "isSuccessfulAutoRescue":true,"merchantReference":"231448907.1","paymentMethod":"visa",\
                        "processAutoRescueCapture":true,"pspReference":"Q7K2M9XW4TBN8R65",\
                        "retryRescueReference":"ZXH4C2WQ8N57MK31","shopperReference":""}""");
    }

    @Test
    void doesNotHaveCapturedWhatTheBankDebitsByItself() {
        var item = TestItem.of("AUTHORISATION")
                .with("paymentMethod", "sepadirectdebit")
                .additional("retry.orderAttemptNumber", "2")
                .additional("retry.rescueReference", "ZXH4C2WQ8N57MK31");

        assertThat(only(reader, item, Kind.JOB)
                        .path("payload")
                        .path("processAutoRescueCapture")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void ignoresAnInstalment() {
        assertNothing(reader(true), TestItem.of("AUTHORISATION").additional("shopperInteraction", "ContAuth"));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORISATION,     false, false, Refused",
        "AUTHORISATION,     false, true,  retryWindowHasElapsed",
        "AUTHORISATION,     false, true,  maxRetryAttemptsReached",
        "AUTORESCUE,        false, true,  fraudDecline",
        "AUTORESCUE,        false, true,  internalError",
        "CANCEL_AUTORESCUE, true,  true,  ''",
    })
    void endsTheGiftWhoseRescueIsOver(String event, String success, String scheduled, String reason) {
        var item = TestItem.of(event)
                .with("success", success)
                .with("reason", reason)
                .additional("retry.rescueScheduled", scheduled)
                .additional("retry.rescueReference", "ZXH4C2WQ8N57MK31");

        assertThat(only(reader, item, Kind.RECURRING))
                .isEqualTo(
                        json(
                                """
                {"txn_type": "subscr_cancel", "gateway": "adyen", "rescue_reference": "ZXH4C2WQ8N57MK31",
                 "is_autorescue": true, "cancel_reason": "Payment cannot be rescued: maximum failures reached"}
                """));
    }

    @Test
    void endsNoGiftWhoseRescueGoesOnOrHasSucceeded() {
        assertNothing(failed().additional("retry.rescueScheduled", "true"));
        assertNothing(failed().with("reason", "Refused"));
        assertNothing(TestItem.of("AUTORESCUE").additional("retry.rescueReference", "ZXH4C2WQ8N57MK31"));
        assertNothing(TestItem.of("AUTHORISATION").with("success", "false").with("reason", "fraudDecline"));
        assertNothing(failed().with("reason", "fraudDecline").with("merchantReference", GRAVY));
    }

    @Test
    void tellsOfARefund() {
        assertThat(only(reader, reversal("REFUND"), Kind.REFUND))
                .isEqualTo(
                        json(
                                """
                {"gross": "12.50", "gross_currency": "EUR", "payment_method": "visa", "date": 1788338400,
                 "reason": "", "gateway": "adyen", "gateway_refund_id": "REV0000000000001",
                 "gateway_parent_id": "Q7K2M9XW4TBN8R65", "order_id": "231448907.1", "type": "refund"}
                """));
    }

    @ParameterizedTest
    @CsvSource({"1250, EUR, 12.50", "500, JPY, 500", "1235, KWD, 1.235", "100000, CLP, 1000", "500, IDR, 500"})
    void tellsWhatWentBackInTheCoinsOfItsCurrency(long value, String currency, String gross) {
        var refund = only(reader, reversal("REFUND").of(value, currency), Kind.REFUND);

        assertThat(refund.path("gross").asText()).isEqualTo(gross);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHARGEBACK", "SECOND_CHARGEBACK"})
    void tellsOfAChargeback(String event) {
        assertThat(only(reader, reversal(event), Kind.REFUND).path("type").asText())
                .isEqualTo("chargeback");
    }

    @ParameterizedTest
    @CsvSource({"R01 Insufficient Funds, true", "R10 Customer Advises Unauthorized, false"})
    void tellsThatABankTransferWasNotPaid(String reason, boolean mayBeRetried) {
        var item =
                reversal("CHARGEBACK").additional("chargebackSchemeCode", "ach").with("reason", reason);

        assertThat(only(reader, item, Kind.UNPAID))
                .isEqualTo(json(
                        """
                {"gross": "12.50", "gross_currency": "EUR", "payment_method": "visa", "date": 1788338400,
                 "reason": "%s", "gateway": "adyen", "gateway_txn_id": "Q7K2M9XW4TBN8R65", "order_id": "231448907.1",
                 "backend_processor": "adyen", "backend_processor_txn_id": "Q7K2M9XW4TBN8R65",
                 "contribution_status_id:name": "Cancelled", "can_retry": %s}
                """
                                .formatted(reason, mayBeRetried)));
    }

    @Test
    void tellsOfAChargebackOfWhatGravyTookByGravysName() {
        var item = reversal("CHARGEBACK")
                .with("merchantReference", GRAVY)
                .additional("metadata.gr4vy_tx_ref", "231448907.1");

        assertThat(only(reader, item, Kind.REFUND))
                .isEqualTo(json(
                        """
                {"gross": "12.50", "gross_currency": "EUR", "payment_method": "visa", "date": 1788338400,
                 "reason": "", "gateway": "gravy", "gateway_refund_id": "REV0000000000001",
                 "gateway_parent_id": "%s", "order_id": "231448907.1", "type": "chargeback",
                 "backend_processor": "adyen", "backend_processor_refund_id": "REV0000000000001",
                 "backend_processor_parent_id": "Q7K2M9XW4TBN8R65"}
                """
                                .formatted(GRAVY_ID)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHORISATION", "CAPTURE", "REFUND", "RECURRING_CONTRACT"})
    void leavesToGravyWhatGravyTellsItself(String event) {
        assertNothing(reader(true), TestItem.of(event).with("merchantReference", GRAVY));
        assertNothing(reader(true), TestItem.of(event).additional("metadata.gr4vy_intent", "authorize"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CAPTURE", "REFUND", "CHARGEBACK", "SECOND_CHARGEBACK", "RECURRING_CONTRACT", "REPORT_AVAILABLE"
            })
    void takesAFailureForNothing(String event) {
        assertNothing(TestItem.of(event).with("success", "false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAPTURE_FAILED",
                "CHARGEBACK_REVERSED",
                "REQUEST_FOR_INFORMATION",
                "CANCELLATION",
                "ORDER_OPENED",
                "NEW"
            })
    void takesWhatItDoesNotCareAboutForNothing(String event) {
        assertNothing(TestItem.of(event));
    }

    @Test
    void keepsAContractUnderThePaymentThatItWasMadeWith() {
        var item = TestItem.of("RECURRING_CONTRACT")
                .with("pspReference", "TOKEN00000000001")
                .with("originalReference", "Q7K2M9XW4TBN8R65")
                .with("paymentMethod", "ideal")
                .additional("shopperReference", "231448907.1");

        assertThat(only(reader, item, Kind.JOB).path("payload"))
                .isEqualTo(
                        json(
                                """
                {"gatewayTxnId": "Q7K2M9XW4TBN8R65", "merchantReference": "231448907.1",
                 "eventDate": "2026-09-02T10:40:00+02:00", "recurringPaymentToken": "TOKEN00000000001",
                 "processorContactId": "231448907.1", "paymentMethod": "ideal"}
                """));
    }

    @ParameterizedTest
    @CsvSource({"settlement_detail_report_batch_1, 1", "payments_accounting_report_2026, 1", "dispute_report_1, 0"})
    void downloadsTheReportsThatAreReconciled(String report, int jobs) {
        var item = TestItem.of("REPORT_AVAILABLE")
                .with("pspReference", report)
                .with("merchantReference", "")
                .with("reason", "https://ca-live.adyen.com/reports/download/MerchantAccount/ExampleCOM/x.csv");

        assertThat(news(reader, item).onward().of("JOB")).hasSize(jobs);
    }

    @Test
    void tellsItemsApartByWhatIsSigned() {
        var again = TestItem.of("CAPTURE")
                .with("eventDate", "2026-09-03T10:40:00+02:00")
                .with("reason", "again");

        assertThat(keys(TestItem.of("CAPTURE"), again)).hasSize(1);
        assertThat(keys(
                        TestItem.of("CAPTURE"),
                        TestItem.of("CAPTURE").with("success", "false"),
                        TestItem.of("CAPTURE").with("pspReference", "OTHER"),
                        TestItem.of("REFUND")))
                .hasSize(4);
    }

    @Test
    void refusesWhatItCannotUnderstand() {
        assertInvalid(TestItem.of("CAPTURE").with("pspReference", ""));
        assertInvalid(reversal("REFUND").with("eventDate", "yesterday"));
        assertInvalid(reversal("REFUND").of(1, "???"));
        assertInvalid(reversal("CHARGEBACK").with("merchantReference", "not/base62"));
        assertInvalid(reversal("CHARGEBACK").with("merchantReference", "z".repeat(22)));
    }

    private void assertInvalid(TestItem item) {
        assertThatExceptionOfType(InvalidMessage.class).isThrownBy(() -> reader.read(item.notification()));
    }

    private static TestItem failed() {
        return TestItem.of("AUTHORISATION")
                .with("success", "false")
                .additional("retry.rescueReference", "ZXH4C2WQ8N57MK31");
    }

    private static TestItem reversal(String event) {
        return TestItem.of(event)
                .with("pspReference", "REV0000000000001")
                .with("originalReference", "Q7K2M9XW4TBN8R65");
    }

    private static JsonNode recordCapture() {
        return json(
                """
                {"class": "SmashPig\\\\PaymentProviders\\\\Adyen\\\\Jobs\\\\RecordCaptureJob", "payload": {
                 "account": "ExampleCOM", "currency": "EUR", "amount": 12.50, "gatewayTxnId": "Q7K2M9XW4TBN8R65",
                 "merchantReference": "231448907.1", "eventDate": "2026-09-02T10:40:00+02:00"}}
                """);
    }

    private List<String> keys(TestItem... items) {
        return reader.read(TestItem.notification(items)).stream()
                .map(News::key)
                .distinct()
                .toList();
    }

    private void assertNothing(TestItem item) {
        assertNothing(reader, item);
    }

    private static void assertNothing(AdyenNotificationReader reader, TestItem item) {
        var onward = news(reader, item).onward();
        assertThat(Arrays.stream(Kind.values()).flatMap(kind -> onward.of(kind.name()).stream()))
                .isEmpty();
    }

    private static JsonNode only(AdyenNotificationReader reader, TestItem item, Kind kind) {
        var onward = news(reader, item).onward();
        assertThat(Arrays.stream(Kind.values()).flatMap(any -> onward.of(any.name()).stream()))
                .hasSize(1);
        return json(onward.of(kind.name()).get(0).toString());
    }

    private static News news(AdyenNotificationReader reader, TestItem item) {
        var news = reader.read(item.notification());
        assertThat(news).hasSize(1);
        return news.get(0);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static AdyenNotificationReader reader(boolean captures) {
        return new AdyenNotificationReader(new AuthorisationNews(
                new AdyenSettings("", Map.of(), List.of(), "", "", captures, List.of(), List.of(), Set.of())));
    }
}
