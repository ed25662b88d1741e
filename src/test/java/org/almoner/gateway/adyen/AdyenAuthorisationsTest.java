package org.almoner.gateway.adyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.almoner.gateway.Onward.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from authorisations, captures and rescues. */
class AdyenAuthorisationsTest {

    private final AdyenReading reader = AdyenReading.of(false);

    /** Where we capture, and not the front end. */
    private final AdyenReading capturing = AdyenReading.of(true);

    @Test
    void leavesTheCaptureToTheFrontEnd() {
        assertThat(reader.all(TestItem.of("AUTHORISATION"))).isEmpty();
    }

    @Test
    void hasAnAuthorisationCapturedWhereWeCapture() {
        var item = TestItem.of("AUTHORISATION")
                .additional("cvcResult", "1 Matches")
                .additional("avsResult", "4 AVS not supported for this card type");

        var job = capturing.only(item, Kind.JOB);

        assertThat(job)
                .isEqualTo(
                        AdyenReading.json(
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
        var job = reader.only(TestItem.of("AUTHORISATION").with("paymentMethod", method), Kind.JOB);

        assertThat(job).isEqualTo(recordCapture());
    }

    @Test
    void recordsACaptureUnderThePaymentThatItIsOf() {
        var capture = TestItem.of("CAPTURE")
                .with("pspReference", "CAPTURE000000001")
                .with("originalReference", "Q7K2M9XW4TBN8R65");

        assertThat(reader.only(capture, Kind.JOB)).isEqualTo(recordCapture());
    }

    @Test
    void tellsAJobAHundredthOfTheUnitsWhateverTheCurrency() {
        var job = reader.only(TestItem.of("CAPTURE").of(500, "JPY"), Kind.JOB);

        assertThat(job.path("payload").path("amount").decimalValue()).isEqualByComparingTo("5");
    }

    @Test
    void recognisesAPassedOnCard() {
        var item = TestItem.of("AUTHORISATION").additional("checkout.cardAddedBrand", "visavipps");

        assertThat(capturing
                        .only(item, Kind.JOB)
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

        assertThat(reader.only(item, Kind.JOB).path("payload"))
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

        assertThat(reader.only(item, Kind.JOB)
                        .path("payload")
                        .path("processAutoRescueCapture")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void ignoresAnInstalment() {
        assertThat(capturing.all(TestItem.of("AUTHORISATION").additional("shopperInteraction", "ContAuth")))
                .isEmpty();
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

        assertThat(reader.only(item, Kind.RECURRING))
                .isEqualTo(
                        AdyenReading.json(
                                """
                {"txn_type": "subscr_cancel", "gateway": "adyen", "rescue_reference": "ZXH4C2WQ8N57MK31",
                 "is_autorescue": true, "cancel_reason": "Payment cannot be rescued: maximum failures reached"}
                """));
    }

    @Test
    void endsNoGiftWhoseRescueGoesOnOrHasSucceeded() {
        assertThat(reader.all(failed().additional("retry.rescueScheduled", "true")))
                .isEmpty();
        assertThat(reader.all(failed().with("reason", "Refused"))).isEmpty();
        assertThat(reader.all(TestItem.of("AUTORESCUE").additional("retry.rescueReference", "ZXH4C2WQ8N57MK31")))
                .isEmpty();
        assertThat(reader.all(
                        TestItem.of("AUTHORISATION").with("success", "false").with("reason", "fraudDecline")))
                .isEmpty();
        assertThat(reader.all(failed().with("reason", "fraudDecline").with("merchantReference", TestItem.GRAVY)))
                .isEmpty();
    }

    private static TestItem failed() {
        return TestItem.of("AUTHORISATION")
                .with("success", "false")
                .additional("retry.rescueReference", "ZXH4C2WQ8N57MK31");
    }

    private static JsonNode recordCapture() {
        return AdyenReading.json(
                """
                {"class": "SmashPig\\\\PaymentProviders\\\\Adyen\\\\Jobs\\\\RecordCaptureJob", "payload": {
                 "account": "ExampleCOM", "currency": "EUR", "amount": 12.50, "gatewayTxnId": "Q7K2M9XW4TBN8R65",
                 "merchantReference": "231448907.1", "eventDate": "2026-09-02T10:40:00+02:00"}}
                """);
    }
}
