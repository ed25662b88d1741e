package org.almoner.gateway.adyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.almoner.gateway.News;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from each event, and from which nothing does. */
class AdyenNotificationReaderTest {

    private final AdyenReading reader = AdyenReading.of(false);

    /** Where we capture, and not the front end. */
    private final AdyenReading capturing = AdyenReading.of(true);

    @ParameterizedTest
    @ValueSource(strings = {"AUTHORISATION", "CAPTURE", "REFUND", "RECURRING_CONTRACT"})
    void leavesToGravyWhatGravyTellsItself(String event) {
        assertThat(capturing.all(TestItem.of(event).with("merchantReference", TestItem.GRAVY)))
                .isEmpty();
        assertThat(capturing.all(TestItem.of(event).additional("metadata.gr4vy_intent", "authorize")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CAPTURE", "REFUND", "CHARGEBACK", "SECOND_CHARGEBACK", "RECURRING_CONTRACT", "REPORT_AVAILABLE"
            })
    void takesAFailureForNothing(String event) {
        assertThat(reader.all(TestItem.of(event).with("success", "false"))).isEmpty();
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
        assertThat(reader.all(TestItem.of(event))).isEmpty();
    }

    @Test
    void keepsAContractUnderThePaymentThatItWasMadeWith() {
        var item = TestItem.of("RECURRING_CONTRACT")
                .with("pspReference", "TOKEN00000000001")
                .with("originalReference", "Q7K2M9XW4TBN8R65")
                .with("paymentMethod", "ideal")
                .additional("shopperReference", "231448907.1");

        assertThat(reader.only(item, Kind.JOB).path("payload"))
                .isEqualTo(
                        AdyenReading.json(
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

        assertThat(reader.news(item).onward().of("JOB")).hasSize(jobs);
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
        assertInvalid(TestItem.reversal("REFUND").with("eventDate", "yesterday"));
        assertInvalid(TestItem.reversal("REFUND").of(1, "???"));
        assertInvalid(TestItem.reversal("CHARGEBACK").with("merchantReference", "not/base62"));
        assertInvalid(TestItem.reversal("CHARGEBACK").with("merchantReference", "z".repeat(22)));
    }

    private void assertInvalid(TestItem item) {
        assertThatExceptionOfType(InvalidMessage.class).isThrownBy(() -> reader.news(item));
    }

    private List<String> keys(TestItem... items) {
        return reader.reader().read(TestItem.notification(items)).stream()
                .map(News::key)
                .distinct()
                .toList();
    }
}
