package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;

/** What follows when money of a payment went back to the donor, because we or the donor's bank wanted it so. */
final class MoneyBack {

    private static final String MAY_BE_RETRIED = "R01 Insufficient Funds";

    private MoneyBack() {}

    static Onward refunded(NotificationItem item) {
        return item.isSuccess() && !GravyPayment.is(item)
                ? Onward.of(Kind.REFUND, reversal(item, "refund"))
                : Onward.nothing();
    }

    /** Gravy does not tell of these. A bank transfer of the United States that is charged back was never paid. */
    static Onward chargedBack(NotificationItem item) {
        if (!item.isSuccess()) {
            return Onward.nothing();
        }
        return item.additional("chargebackSchemeCode").equals("ach")
                ? Onward.of(Kind.UNPAID, unpaid(item))
                : Onward.of(Kind.REFUND, reversal(item, "chargeback"));
    }

    private static ObjectNode reversal(NotificationItem item, String type) {
        Optional<GravyPayment> gravy = GravyPayment.of(item);
        var message = money(item)
                .put("gateway", gravy.isPresent() ? "gravy" : "adyen")
                .put("gateway_refund_id", item.pspReference())
                .put("gateway_parent_id", gravy.map(GravyPayment::id).orElse(item.payment()))
                .put("order_id", gravy.map(GravyPayment::orderId).orElse(item.merchantReference()))
                .put("type", type);
        if (gravy.isPresent()) {
            message.put("backend_processor", "adyen")
                    .put("backend_processor_refund_id", item.pspReference())
                    .put("backend_processor_parent_id", item.payment());
        }
        return message;
    }

    private static ObjectNode unpaid(NotificationItem item) {
        Optional<GravyPayment> gravy = GravyPayment.of(item);
        return money(item)
                .put("gateway", gravy.isPresent() ? "gravy" : "adyen")
                .put("gateway_txn_id", gravy.map(GravyPayment::id).orElse(item.payment()))
                .put("order_id", gravy.map(GravyPayment::orderId).orElse(item.merchantReference()))
                .put("backend_processor", "adyen")
                .put("backend_processor_txn_id", item.payment())
                .put("contribution_status_id:name", "Cancelled")
                .put("can_retry", item.reason().equals(MAY_BE_RETRIED));
    }

    private static ObjectNode money(NotificationItem item) {
        var money = MinorUnits.money(AdyenJobs.value(item), item.currency());
        return JsonNodeFactory.instance
                .objectNode()
                .put("gross", money.amount().toPlainString())
                .put("gross_currency", money.currency())
                .put("payment_method", item.paymentMethod())
                .put("date", date(item))
                .put("reason", item.reason());
    }

    private static long date(NotificationItem item) {
        try {
            return OffsetDateTime.parse(item.eventDate()).toEpochSecond();
        } catch (DateTimeException e) {
            throw new InvalidMessage("eventDate is no time with an offset");
        }
    }
}
