package org.almoner.gateway.ingenico;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.ingenico.IngenicoNews.Subject;
import org.springframework.stereotype.Component;

/** Knows what Ingenico says: of payments, which is work for its job queue, and of money that went back. */
@Component
class IngenicoNotificationReader implements NotificationReader {

    private final GatewayJson json;

    IngenicoNotificationReader(GatewayJson json) {
        this.json = json;
    }

    @Override
    public String gateway() {
        return "ingenico";
    }

    @Override
    public List<News> read(Notification notification) {
        var news = json.read(notification.body(), IngenicoNews.class);
        var date = news.created() == null ? notification.receivedAt() : news.created();
        return switch (news.type()) {
            // told at each step of the same money on its way to us
            case "payment.capture_requested", "payment.captured", "payment.paid" ->
                List.of(about(news, "recorded", recorded(news.subject(), date)));
            case "payment.chargebacked" ->
                List.of(about(news, "chargeback", taken(news.subject(), "chargeback", date)));
            case "payment.reversed" -> List.of(about(news, "reversal", taken(news.subject(), "reversal", date)));
            case "refund.captured", "refund.refunded" ->
                List.of(about(news, "refunded", refunded(news.subject(), date)));
            default -> List.of(); // the donor is still at it, or has failed and may try again
        };
    }

    private static News about(IngenicoNews news, String what, Onward onward) {
        var subject = news.subject();
        String txnId = news.isOfAPayment() ? subject.id() : null;
        return new News(subject.id() + ":" + what, news.type(), subject.orderId(), txnId, onward);
    }

    private Onward recorded(Subject payment, Instant date) {
        var job = json.object().put("class", IngenicoJobHandler.JOBS + "RecordPaymentJob");
        job.set(
                "payload",
                json.object()
                        .put("gateway", "ingenico")
                        .put("gateway_txn_id", payment.id())
                        .put("order_id", payment.orderId())
                        .put("gross", payment.amount())
                        .put("currency", payment.currency())
                        .put("date", date.getEpochSecond()));
        return Onward.of(Kind.JOB, job);
    }

    private Onward taken(Subject payment, String type, Instant date) {
        return Onward.of(Kind.REFUND, moneyBack(payment, type, date).put("gateway_parent_id", payment.id()));
    }

    /** A refund names no payment, only the order: by that, which is its invoice, the donation is found. */
    private Onward refunded(Subject refund, Instant date) {
        return Onward.of(
                Kind.REFUND,
                moneyBack(refund, "refund", date)
                        .put("gateway_parent_id", refund.id())
                        .put("gateway_refund_id", refund.id()));
    }

    private ObjectNode moneyBack(Subject subject, String type, Instant date) {
        return json.object()
                .put("gateway", "ingenico")
                .put("type", type)
                .put("invoice_id", subject.orderId())
                .put("order_id", subject.orderId())
                .put("gross", subject.amount())
                .put("gross_currency", subject.currency())
                .put("date", date.getEpochSecond());
    }
}
