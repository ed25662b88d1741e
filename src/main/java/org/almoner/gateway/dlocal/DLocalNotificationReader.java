package org.almoner.gateway.dlocal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.OrderId;
import org.almoner.wire.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what dLocal says: of payments, which is work for its job queue, and of money that went back. */
@Component
class DLocalNotificationReader implements NotificationReader {

    private final GatewayJson json;

    DLocalNotificationReader(GatewayJson json) {
        this.json = json;
    }

    @Override
    public String gateway() {
        return "dlocal";
    }

    @Override
    public List<News> read(Notification notification) {
        var news = json.read(notification.body(), DLocalNews.class);
        var date = news.createdDate() == null ? notification.receivedAt() : news.createdDate();
        String txnId = news.paymentId() == null ? news.id() : news.paymentId();
        return List.of(
                new News(news.id() + ":" + news.status(), news.status(), news.orderId(), txnId, onward(news, date)));
    }

    private Onward onward(DLocalNews news, Instant date) {
        return switch (news.status()) {
            case "PAID" -> job("PaidMessageJob", news, date);
            case "AUTHORIZED" -> job("AuthorizedMessageJob", news, date);
            case "REJECTED" -> job("RejectedMessageJob", news, date);
            case "SUCCESS" ->
                Onward.of(
                        Kind.REFUND, moneyBack(news, date).put("type", "refund").put("gateway_refund_id", news.id()));
            case "COMPLETED" -> Onward.of(Kind.REFUND, moneyBack(news, date).put("type", "chargeback"));
            default -> Onward.nothing(); // pending, cancelled, expired: nothing has been paid and nothing went back
        };
    }

    private ObjectNode moneyBack(DLocalNews news, Instant date) {
        Required.text("payment_id", news.paymentId());
        Required.value("amount", news.amount());
        Required.text("currency", news.currency());
        return json.object()
                .put("gateway", "dlocal")
                .put("gateway_parent_id", news.paymentId())
                .put("gross", news.amount())
                .put("gross_currency", news.currency())
                .put("date", date.getEpochSecond());
    }

    private Onward job(String name, DLocalNews news, Instant date) {
        var job = json.object().put("class", DLocalJobHandler.JOBS + name);
        job.set("payload", payment(news, date));
        return Onward.of(Kind.JOB, job);
    }

    private ObjectNode payment(DLocalNews news, Instant date) {
        Required.text("order_id", news.orderId());
        Required.value("amount", news.amount());
        Required.text("currency", news.currency());
        var method = DLocalMethod.of(news.paymentMethodId(), news.paymentMethodType());
        var payload = json.object().put("gateway", "dlocal").put("gateway_txn_id", news.id());
        put(payload, "order_id", news.orderId());
        put(payload, "contribution_tracking_id", OrderId.contributionTrackingId(String.valueOf(news.orderId())));
        put(payload, "full_name", news.payer() == null ? null : news.payer().name());
        put(payload, "email", news.payer() == null ? null : news.payer().email());
        put(payload, "currency", news.currency());
        put(payload, "country", news.country());
        payload.put("gross", news.amount()).put("date", date.getEpochSecond());
        put(payload, "dlocal_payment_method", news.paymentMethodId());
        put(payload, "payment_method", method.method());
        put(payload, "payment_submethod", method.submethod());
        put(payload, "recurring_payment_token", news.token());
        return status(payload, news);
    }

    private static ObjectNode status(ObjectNode payload, DLocalNews news) {
        payload.put("gateway_status", news.status());
        if (news.status().equals("REJECTED")) {
            put(payload, "gateway_status_code", news.statusCode());
            put(payload, "gateway_status_detail", news.statusDetail());
        }
        return payload;
    }

    private static void put(ObjectNode fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
