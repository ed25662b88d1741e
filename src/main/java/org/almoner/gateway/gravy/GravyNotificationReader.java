package org.almoner.gateway.gravy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.gravy.GravyNews.Report;
import org.almoner.gateway.gravy.GravyNews.Target;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Required;
import org.springframework.stereotype.Component;

/** Knows which of Gravy's hints there is work in; whatever it is, is work for its job queue. */
@Component
class GravyNotificationReader implements NotificationReader {

    /** Those whose deletion means that the donor has ended the gift where we cannot see it. */
    private static final Set<String> ENDED_ELSEWHERE = Set.of("paypal", "pix");

    /** An American bank may take back, days later, what it has paid. */
    private static final String TRUSTLY = "trustly";

    private static final Set<String> FAILED = Set.of(
            "authorization_failed",
            "authorization_declined",
            "capture_declined",
            "capture_failed",
            "processing_failed");

    private final GravySettings settings;
    private final GatewayJson json;

    GravyNotificationReader(GravySettings settings, GatewayJson json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String gateway() {
        return "gravy";
    }

    @Override
    public List<News> read(Notification notification) {
        var news = json.read(notification.body(), GravyNews.class);
        var date = news.createdAt() == null ? notification.receivedAt() : news.createdAt();
        var target = news.target();
        String txnId = target.type().equals("transaction") ? target.id() : target.transactionId();
        return List.of(new News(
                news.id(),
                target.type() + (target.status() == null ? "" : " " + target.status()),
                target.externalIdentifier(),
                txnId,
                onward(news, date)));
    }

    private Onward onward(GravyNews news, Instant date) {
        var target = news.target();
        return switch (target.type()) {
            case "transaction" -> transaction(target, date);
            case "refund" ->
                job(
                        "LookUpRefundJob",
                        dated(date).put("refund_id", id(target)).put("gateway_txn_id", target.transactionId()));
            case "report-execution" -> report(target);
            case "payment-method" -> paymentMethod(news, date);
            case "buyer", "monitoring.incident" -> Onward.nothing();
            default -> throw new InvalidMessage("target.type is none that Gravy tells of");
        };
    }

    private Onward transaction(Target target, Instant date) {
        String status = String.valueOf(target.status());
        var payment = dated(date).put("gateway_txn_id", id(target)).put("order_id", target.externalIdentifier());
        if (status.equals("capture_succeeded")) {
            return job("RecordCaptureJob", payment);
        }
        if (status.equals("authorization_succeeded") && settings.captureOnNotification()) {
            return job("ProcessCaptureRequestJob", payment);
        }
        var method = target.paymentMethod();
        boolean isByBank = method != null && TRUSTLY.equals(method.method());
        return isByBank && FAILED.contains(status) ? job("LookUpFailureJob", payment) : Onward.nothing();
    }

    private Onward report(Target target) {
        var report = target.report();
        if (report == null || !isOurs(report) || !"succeeded".equals(target.status())) {
            return Onward.nothing();
        }
        return job(
                "DownloadReportJob",
                json.object()
                        .put("report_id", report.id())
                        .put("report_name", report.name())
                        .put("execution_id", id(target)));
    }

    private boolean isOurs(Report report) {
        return !settings.reportUser().isEmpty() && settings.reportUser().equals(report.creatorId());
    }

    private Onward paymentMethod(GravyNews news, Instant date) {
        var target = news.target();
        if (!news.isOfADeletion() || !ENDED_ELSEWHERE.contains(String.valueOf(target.method()))) {
            return Onward.nothing();
        }
        return job(
                "RecurringCancellationJob",
                json.object()
                        .put("gateway", "gravy")
                        .put("txn_type", "subscr_cancel")
                        .put("recurring_payment_token", id(target))
                        .put("payment_method", target.method())
                        .put("date", date.getEpochSecond())
                        .put("cancel_date", date.getEpochSecond())
                        .put("recurring", "1"));
    }

    private ObjectNode dated(Instant date) {
        return json.object().put("eventDate", date.toString());
    }

    private Onward job(String name, ObjectNode payload) {
        var job = json.object().put("class", GravyJobHandler.JOBS + name);
        job.set("payload", payload);
        return Onward.of(Kind.JOB, job);
    }

    private static String id(Target target) {
        Required.text("target.id", target.id());
        return String.valueOf(target.id());
    }
}
