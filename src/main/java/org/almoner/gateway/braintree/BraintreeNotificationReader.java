package org.almoner.gateway.braintree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/**
 * Knows what Braintree says, and writes it as a job: kind, time, and what the kinds that matter here have in common. What it
 * means is the job's matter.
 */
@Component
class BraintreeNotificationReader implements NotificationReader {

    /** Of a subscription, a transaction or a dispute, by Braintree's names and ours. */
    private static final Map<String, String> OF_A_TRANSACTION = Map.of(
            "id", "gateway_txn_id",
            "order-id", "order_id",
            "amount", "gross",
            "currency-iso-code", "currency",
            "processor-response-code", "processor_response_code",
            "processor-response-text", "reason");

    private final GatewayJson json;

    BraintreeNotificationReader(GatewayJson json) {
        this.json = json;
    }

    @Override
    public String gateway() {
        return "braintree";
    }

    @Override
    public List<News> read(Notification notification) {
        var xml = BraintreeForm.of(notification.body())
                .flatMap(BraintreeForm::xml)
                .map(BraintreeXml::of)
                .orElseThrow(() -> new InvalidMessage("bt_payload is missing, or no Base64"));
        String kind = xml.text("kind").orElseThrow(() -> new InvalidMessage("kind is missing"));
        if (!BraintreeNews.KINDS.contains(kind)) {
            return List.of();
        }
        var news = news(kind, xml);
        var job = json.object().put("class", BraintreeJobHandler.NOTIFICATION);
        job.set("payload", news);
        return List.of(new News(
                String.join(
                        ":",
                        kind,
                        news.path("subject_id").asText(),
                        news.path("timestamp").asText()),
                kind,
                news.path("order_id").textValue(),
                news.path("gateway_txn_id").textValue(),
                Onward.of(Kind.JOB, job)));
    }

    private ObjectNode news(String kind, BraintreeXml xml) {
        var news = json.object().put("kind", kind);
        xml.text("timestamp").ifPresent(time -> news.put("timestamp", time));
        var subject = xml.child("subject").orElseThrow(() -> new InvalidMessage("subject is missing"));
        subject.child("subscription").ifPresent(subscription -> subscription(news, subscription));
        subject.child("transaction").ifPresent(transaction -> transaction(news, transaction));
        subject.child("dispute").ifPresent(dispute -> dispute(news, dispute));
        token(subject).ifPresent(token -> news.put("subject_id", token).put("recurring_payment_token", token));
        if (!news.has("subject_id")) {
            throw new InvalidMessage("subject is none of a subscription, transaction, dispute or payment method");
        }
        return news;
    }

    private static void subscription(ObjectNode news, BraintreeXml subscription) {
        subscription
                .child("transactions")
                .flatMap(all -> all.child("transaction"))
                .ifPresent(last -> transaction(news, last));
        put(news, "subject_id", subscription.text("id"));
        put(news, "subscr_id", subscription.text("id"));
        put(news, "next_billing_date", subscription.text("next-billing-date"));
        put(news, "failure_count", subscription.text("failure-count"));
    }

    private static void transaction(ObjectNode news, BraintreeXml transaction) {
        OF_A_TRANSACTION.forEach((theirs, ours) -> put(news, ours, transaction.text(theirs)));
        put(news, "subject_id", transaction.text("id"));
    }

    private static void dispute(ObjectNode news, BraintreeXml dispute) {
        dispute.child("transaction").ifPresent(disputed -> transaction(news, disputed));
        put(news, "subject_id", dispute.text("id"));
        put(news, "dispute_kind", dispute.text("kind"));
        put(news, "gross", dispute.text("amount")); // which may be less than the transaction's
        put(news, "currency", dispute.text("currency-iso-code"));
        put(news, "reason", dispute.text("reason"));
    }

    private static Optional<String> token(BraintreeXml subject) {
        return subject.child("revoked-payment-method-metadata")
                .or(() -> subject.child("paypal-account"))
                .or(() -> subject.child("venmo-account"))
                .flatMap(method -> method.text("token"));
    }

    private static void put(ObjectNode fields, String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, text));
    }
}
