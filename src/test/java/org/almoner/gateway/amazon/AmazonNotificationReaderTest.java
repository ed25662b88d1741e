package org.almoner.gateway.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.almoner.gateway.News;
import org.almoner.gateway.TestHttp;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonNotificationReaderTest {

    private static final String CAPTURED =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <CaptureNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01"><CaptureDetails>
            <AmazonCaptureId>P01-1234567-7654321-C071911</AmazonCaptureId><CaptureReferenceId>231462900-1</CaptureReferenceId>
            <CaptureAmount><Amount>15.0</Amount><CurrencyCode>USD</CurrencyCode></CaptureAmount>
            <CaptureFee><Amount>0.74</Amount><CurrencyCode>USD</CurrencyCode></CaptureFee>
            <CreationTimestamp>2026-09-02T12:00:00.123Z</CreationTimestamp>
            <CaptureStatus><State>%s</State></CaptureStatus></CaptureDetails></CaptureNotification>""";
    private static final String REFUNDED =
            """
            <RefundNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01"><RefundDetails>
            <AmazonRefundId>P01-1234567-7654321-R071911</AmazonRefundId><RefundStatus><State>%s</State></RefundStatus>
            </RefundDetails></RefundNotification>""";

    private static final String AUTHORISED =
            """
            <AuthorizationNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
            <AuthorizationDetails><AmazonAuthorizationId>P01-1234567-7654321-A071911</AmazonAuthorizationId>
            <AuthorizationReferenceId>231462900-1</AuthorizationReferenceId>
            <AuthorizationAmount><Amount>15.0</Amount><CurrencyCode>USD</CurrencyCode></AuthorizationAmount>
            <CapturedAmount><Amount>0.0</Amount><CurrencyCode>USD</CurrencyCode></CapturedAmount>
            <AuthorizationStatus><State>%s</State><ReasonCode>%s</ReasonCode></AuthorizationStatus>
            </AuthorizationDetails></AuthorizationNotification>""";

    private final AmazonNotificationReader reader = new AmazonNotificationReader(TestHttp.json());

    @Test
    void makesAJobOfACapture() {
        var news = only(older("PaymentCapture", CAPTURED.formatted("Completed")));

        assertThat(news.key()).isEqualTo("amazon:22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324");
        assertThat(news.what()).isEqualTo("PaymentCapture");
        assertThat(news.gatewayTxnId()).isEqualTo("P01-1234567-7654321-C071911");
        assertThat(news.onward().of("JOB").get(0).toString())
                .isEqualTo(
                        "{\"class\":\"SmashPig\\\\PaymentProviders\\\\Amazon\\\\RecordPaymentJob\",\"payload\":{"
                                + "\"date\":1788350400,\"gateway\":\"amazon\",\"gross\":\"15.0\",\"currency\":\"USD\","
                                + "\"gateway_status\":\"Completed\",\"gateway_txn_id\":\"P01-1234567-7654321-C071911\","
                                + "\"order_id\":\"231462900-1\",\"payment_method\":\"amazon\",\"fee\":\"0.74\","
                                + "\"order_reference_id\":\"P01-1234567-7654321\",\"contribution_tracking_id\":\"231462900\"}}");
    }

    @Test
    void knowsNoVisitOfAnOrderThatAmazonMadeUp() {
        var news = only(older("PaymentCapture", CAPTURED.formatted("Completed").replace("231462900-1", "AUTHORIZE_1")));

        assertThat(news.onward().of("JOB").get(0).path("payload").has("contribution_tracking_id"))
                .isFalse();
    }

    @Test
    void asksForTheChargeOfARefund() {
        var news = only(older("PaymentRefund", REFUNDED.formatted("Completed")));

        assertThat(news.onward().of("JOB").get(0).at("/payload/id").asText()).isEqualTo("P01-1234567-7654321-R071911");
        assertThat(news.onward().of("JOB").get(0).path("class").asText()).isEqualTo(AmazonJobs.LOOK_UP_REFUND);
    }

    @ParameterizedTest
    @CsvSource({
        "PaymentCapture, Declined",
        "PaymentCapture, Pending",
        "PaymentAuthorize, Declined",
        "OrderReferenceNotification, Closed"
    })
    void doesNothingAboutWhatWasNotPaid(String type, String state) {
        assertThat(only(older(type, CAPTURED.formatted(state))).onward().of("JOB"))
                .isEmpty();
        assertThat(only(older("PaymentRefund", REFUNDED.formatted("Declined")))
                        .onward()
                        .of("JOB"))
                .isEmpty();
    }

    @Test
    void triesAgainWhatWasNotAuthorisedInTime() {
        var news = only(older("PaymentAuthorize", AUTHORISED.formatted("Declined", "TransactionTimedOut")));

        assertThat(news.onward().of("JOB").get(0).toString())
                .isEqualTo(
                        "{\"class\":\"Almoner\\\\Amazon\\\\RetryAuthorization\",\"payload\":{\"gross\":\"15.0\",\"currency\":\"USD\","
                                + "\"gateway_txn_id\":\"P01-1234567-7654321-A071911\",\"order_id\":\"231462900-1\","
                                + "\"order_reference_id\":\"P01-1234567-7654321\"}}");
    }

    @ParameterizedTest
    @CsvSource({"Declined, AmazonRejected", "Declined, InvalidPaymentMethod", "Closed, TransactionTimedOut"})
    void doesNotTryAgainWhatWasRefused(String state, String reason) {
        var news = only(older("PaymentAuthorize", AUTHORISED.formatted(state, reason)));

        assertThat(news.onward().of("JOB")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGE,            Almoner\\Amazon\\LookUpCharge",
        "REFUND,            Almoner\\Amazon\\LookUpRefund",
        "CHARGE_PERMISSION, ",
        "CHARGEBACK,        ",
    })
    void asksForWhatIsOnlyNamed(String object, @Nullable String job) {
        var news = only(TestSns.notification(
                "{\"ObjectType\":\"%s\",\"ObjectId\":\"P01-1-C7\",\"NotificationType\":\"STATE_CHANGE\"}"
                        .formatted(object)));

        assertThat(news.onward().of("JOB").stream()
                        .map(each -> each.path("class").asText())
                        .toList())
                .isEqualTo(job == null ? List.of() : List.of(job));
    }

    @Test
    void saysYesToATopicOfOurs() {
        var news = only(TestSns.confirmation());

        assertThat(news.onward().of("JOB").get(0).path("class").asText()).isEqualTo(AmazonJobs.CONFIRM_SUBSCRIPTION);
        assertThat(news.onward().of("JOB").get(0).at("/payload/url").asText()).contains("Action=ConfirmSubscription");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"http://169.254.169.254/\"><a/>",
                "<a><CaptureStatus><State>Completed</State></CaptureStatus></a>"
            })
    void refusesWhatItCannotRead(String xml) {
        assertThatThrownBy(() -> only(older("PaymentCapture", xml))).isInstanceOf(InvalidMessage.class);
    }

    private News only(TestSns message) {
        var news = reader.read(message.with("Signature", "AAAA").received());
        assertThat(news).hasSize(1);
        return news.get(0);
    }

    private static TestSns older(String type, String xml) {
        var said = AmazonJobs.payload().put("NotificationType", type).put("NotificationData", xml);
        return TestSns.notification(said.toString());
    }
}
