package org.almoner.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event of Ingenico's webhooks, signed over the bytes of the body. */
final class IngenicoNotification {
    static final String KEY_ID = "simulated-webhook-key-id";
    static final String KEY = "simulated-webhook-key";

    private IngenicoNotification() {}

    static @Nullable Notification of(News news) {
        var type = type(news.event());
        if (type == null) {
            return null;
        }
        var payment = news.payment();
        var refund = news.event() == Event.REFUNDED;
        var body = Json.write(Map.of(
                "apiVersion",
                "v1",
                "id",
                Ids.uuid(news.event(), payment.id(), payment.refunded()),
                "created",
                news.time().toString(),
                "merchantId",
                SimulatedIngenico.MERCHANT,
                "type",
                type,
                refund ? "refund" : "payment",
                refund ? IngenicoPayment.refund(payment) : IngenicoPayment.of(payment)));
        var signature = Hmac.base64("HmacSHA256", news.forgery().key(Hmac.bytes(KEY)), body);
        return Notification.json(
                Map.of("X-GCS-KeyId", KEY_ID, "X-GCS-Signature", news.forgery().seal(signature)), body);
    }

    private static @Nullable String type(Event event) {
        return switch (event) {
            case AUTHORISED -> "payment.pending_approval";
            case REFUSED -> "payment.rejected";
            case CAPTURED -> "payment.captured";
            case CAPTURE_FAILED -> "payment.rejected_capture";
            case CANCELLED -> "payment.cancelled";
            case REFUNDED -> "refund.refunded";
            case CHARGED_BACK -> "payment.chargebacked";
            case TOKENISED -> "token.created";
            case REPORT -> null;
        };
    }
}
