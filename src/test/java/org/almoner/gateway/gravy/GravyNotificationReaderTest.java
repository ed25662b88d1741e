package org.almoner.gateway.gravy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.almoner.gateway.News;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.SentNotification;
import org.almoner.gateway.TestGateway;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GravyNotificationReaderTest {

    private static final String JOBS = "SmashPig\\PaymentProviders\\Gravy\\Jobs\\";

    private final GravyNotificationReader reader = reader(true);

    @ParameterizedTest
    @CsvSource({
        "capture_succeeded,       card,    RecordCaptureJob",
        "authorization_succeeded, card,    ProcessCaptureRequestJob",
        "authorization_failed,    trustly, LookUpFailureJob",
        "capture_declined,        trustly, LookUpFailureJob"
    })
    void leavesWorkForTransactions(String status, String method, String job) {
        var news = read(reader, transaction(status, method));

        assertThat(news.key()).isEqualTo("EV-1");
        assertThat(news.orderId()).isEqualTo("231452222.1");
        assertThat(news.gatewayTxnId()).isEqualTo("0f4e6b1a");
        assertThat(TestGateway.only(news.onward(), Kind.JOB))
                .isEqualTo(TestGateway.json()
                        .object(
                                """
                                        {"class":"SmashPig\\\\PaymentProviders\\\\Gravy\\\\Jobs\\\\%s","payload":
                                         {"eventDate":"2026-09-02T10:40:00Z","gateway_txn_id":"0f4e6b1a","order_id":"231452222.1"}}"""
                                        .formatted(job)));
    }

    @ParameterizedTest
    @CsvSource({"authorization_failed, card", "processing, card", "authorization_voided, trustly", "anything, card"})
    void leavesNoneForOthers(String status, String method) {
        assertThat(read(reader, transaction(status, method)).onward().of("JOB")).isEmpty();
    }

    @Test
    void leavesTheCaptureToTheFrontEndByDefault() {
        var news = read(reader(false), transaction("authorization_succeeded", "card"));

        assertThat(news.onward().of("JOB")).isEmpty();
    }

    @Test
    void believesNothingThatItSaysOfMoney() {
        var news = read(reader, target("{'type':'refund','id':'R-1','transaction_id':'T-1','amount':999999}"));

        assertThat(TestGateway.only(news.onward(), Kind.JOB).path("payload"))
                .isEqualTo(
                        TestGateway.json()
                                .object(
                                        "{\"eventDate\":\"2026-09-02T10:40:00Z\",\"refund_id\":\"R-1\",\"gateway_txn_id\":\"T-1\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paypal", "pix"})
    void endsTheGiftWhoseTokenWasDeleted(String method) {
        var news = read(
                reader,
                target("{'type':'payment-method','id':'PM-1','status':'deleted','method':'%s'}".formatted(method)));

        assertThat(TestGateway.only(news.onward(), Kind.JOB))
                .isEqualTo(TestGateway.json()
                        .object(
                                """
                                        {"class":"SmashPig\\\\PaymentProviders\\\\Gravy\\\\Jobs\\\\RecurringCancellationJob","payload":
                                         {"gateway":"gravy","txn_type":"subscr_cancel","recurring_payment_token":"PM-1",
                                          "payment_method":"%s","date":1788345600,"cancel_date":1788345600,"recurring":"1"}}"""
                                        .formatted(method)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'payment-method','id':'PM-1','status':'deleted','method':'card'}",
                "{'type':'payment-method','id':'PM-1','status':'created','method':'paypal'}",
                "{'type':'buyer','id':'B-1'}",
                "{'type':'monitoring.incident','id':'I-1'}",
                "{'type':'report-execution','id':'X-1','status':'processing','report':{'id':'r','name':'n','creator_id':'us'}}",
                "{'type':'report-execution','id':'X-1','status':'succeeded','report':{'id':'r','name':'n','creator_id':'them'}}",
                "{'type':'report-execution','id':'X-1','status':'succeeded'}"
            })
    void leavesNoWorkFor(String target) {
        assertThat(read(reader, target(target)).onward().of("JOB")).isEmpty();
    }

    @Test
    void downloadsOurReports() {
        var news = read(
                reader,
                target(
                        "{'type':'report-execution','id':'X-1','status':'succeeded','report':{'id':'r','name':'All','creator_id':'us'}}"));

        var job = TestGateway.only(news.onward(), Kind.JOB);
        assertThat(job.path("class").textValue()).isEqualTo(JOBS + "DownloadReportJob");
        assertThat(job.path("payload"))
                .isEqualTo(TestGateway.json()
                        .object("{\"report_id\":\"r\",\"report_name\":\"All\",\"execution_id\":\"X-1\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'nonsense','id':'1'}",
                "{'id':'1'}",
                "{'type':'transaction','status':'capture_succeeded'}"
            })
    void refusesWhatItDoesNotKnow(String target) {
        assertThatThrownBy(() -> read(reader, target(target))).hasStackTraceContaining(InvalidMessage.class.getName());
    }

    private static String transaction(String status, String method) {
        return target(
                "{'type':'transaction','id':'0f4e6b1a','status':'%s','external_identifier':'231452222.1','amount':1200,'payment_method':{'method':'%s'}}"
                        .formatted(status, method));
    }

    private static String target(String target) {
        return "{'type':'event','id':'EV-1','created_at':'2026-09-02T10:40:00+00:00','target':%s}".formatted(target);
    }

    private static News read(GravyNotificationReader reader, String body) {
        return reader.read(SentNotification.to("gravy", body.replace('\'', '"')).received())
                .get(0);
    }

    private static GravyNotificationReader reader(boolean captures) {
        var settings = new GravySettings(
                "", "", "", "", List.of(), "us", List.of(), captures, new GravyRisk(Map.of(), Map.of()));
        return new GravyNotificationReader(settings, TestGateway.json());
    }
}
