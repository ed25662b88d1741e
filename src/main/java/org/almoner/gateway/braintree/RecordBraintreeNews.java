package org.almoner.gateway.braintree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PendingDonations;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Required;
import org.springframework.stereotype.Component;

/** Says to whoever keeps donations and recurring gifts what each kind of Braintree's news means to them. */
@Component
class RecordBraintreeNews {

    private final PendingDonations begun;
    private final GatewayJson json;
    private final Clock clock;

    RecordBraintreeNews(PendingDonations begun, GatewayJson json, Clock clock) {
        this.begun = begun;
        this.json = json;
        this.clock = clock;
    }

    Onward run(GatewayJob job) {
        var news = json.read(job.payload(), BraintreeNews.class);
        var date = news.timestamp() == null ? clock.instant() : news.timestamp();
        return switch (news.kind()) {
            case "subscription_charged_successfully" -> Onward.of(Kind.RECURRING, paid(news, date));
            case "subscription_charged_unsuccessfully" -> Onward.of(Kind.RECURRING, failed(news, date));
            case "subscription_canceled" ->
                Onward.of(
                        Kind.RECURRING, ofGift(news, "subscr_cancel", date).put("cancel_date", date.getEpochSecond()));
            case "subscription_expired" -> Onward.of(Kind.RECURRING, ofGift(news, "subscr_eot", date));
            case "payment_method_revoked_by_customer" -> Onward.of(Kind.RECURRING, revoked(news, date));
            case "dispute_opened" -> disputed(news, date);
            case "transaction_settled" -> settled(news, date);
            case "transaction_settlement_declined" -> Onward.of(Kind.UNPAID, unpaid(news, date));
            default -> throw new InvalidMessage("kind is none that there is a use for");
        };
    }

    private ObjectNode paid(BraintreeNews news, Instant date) {
        news.requireMoney();
        return ofGift(news, "subscr_payment", date)
                .put("gateway_txn_id", news.gatewayTxnId())
                .put("gross", news.gross())
                .put("currency", news.currency());
    }

    private ObjectNode failed(BraintreeNews news, Instant date) {
        var failed = ofGift(news, "subscr_failed", date).put("failure_count", news.failureCount());
        return news.nextBillingDate() == null
                ? failed
                : failed.put("failure_retry_date", news.nextBillingDate().getEpochSecond());
    }

    private ObjectNode ofGift(BraintreeNews news, String what, Instant date) {
        Required.text("subscr_id", news.subscrId());
        return message(date).put("txn_type", what).put("recurring", "1").put("subscr_id", news.subscrId());
    }

    /** The donor has taken the permission back in their wallet. */
    private ObjectNode revoked(BraintreeNews news, Instant date) {
        Required.text("recurring_payment_token", news.recurringPaymentToken());
        return message(date)
                .put("txn_type", "subscr_cancel")
                .put("recurring", "1")
                .put("recurring_payment_token", news.recurringPaymentToken())
                .put("cancel_date", date.getEpochSecond());
    }

    private Onward disputed(BraintreeNews news, Instant date) {
        if (!news.isChargeback()) {
            return Onward.nothing();
        }
        news.requireMoney();
        var chargeback = message(date)
                .put("type", "chargeback")
                .put("gateway_parent_id", news.gatewayTxnId())
                .put("gateway_refund_id", news.subjectId())
                .put("gross", news.gross())
                .put("gross_currency", news.currency())
                .put("reason", news.reason());
        return Onward.of(Kind.REFUND, chargeback);
    }

    /** The front end tells of most donations by itself; this one is of a donor who did not come back to it. */
    private Onward settled(BraintreeNews news, Instant date) {
        news.requireMoney();
        return Optional.ofNullable(news.orderId())
                .flatMap(orderId -> begun.find("braintree", orderId, news.gatewayTxnId()))
                .map(known -> donation(known, news, date))
                .orElseGet(Onward::nothing);
    }

    private Onward donation(ObjectNode known, BraintreeNews news, Instant date) {
        begun.resolve("braintree", String.valueOf(news.orderId()));
        var paid = message(date)
                .put("gateway_txn_id", news.gatewayTxnId())
                .put("gross", news.gross())
                .put("currency", news.currency());
        return Onward.of(Kind.DONATION, PendingDonations.completed(known, paid));
    }

    private ObjectNode unpaid(BraintreeNews news, Instant date) {
        news.requireMoney();
        return message(date)
                .put("contribution_status_id:name", "Cancelled")
                .put("gateway_txn_id", news.gatewayTxnId())
                .put("order_id", news.orderId())
                .put("gross", news.gross())
                .put("gross_currency", news.currency())
                .put("reason", news.reason())
                .put("can_retry", false);
    }

    private ObjectNode message(Instant date) {
        return json.object().put("gateway", "braintree").put("date", date.getEpochSecond());
    }
}
