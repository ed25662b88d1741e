package org.almoner.simulator;

import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** An event of PayPal's newer kind, signed with its certificate over its id, its time, who it is for and the body's sum. */
final class PayPalWebhook {
    static final String WEBHOOK_ID = "WH-SIMULATED";
    static final String CERTIFICATE = "/v1/notifications/certs/CERT-simulator";

    private PayPalWebhook() {}

    static @Nullable Notification of(News news) {
        var type = type(news.event());
        if (type == null) {
            return null;
        }
        var payment = news.payment();
        var id = "WH-" + Ids.code(news.event(), payment.id(), payment.refunded());
        var body = Json.write(Map.of(
                "id",
                id,
                "event_version",
                "1.0",
                "create_time",
                news.time().toString(),
                "resource_type",
                news.event() == Event.REFUNDED ? "refund" : "capture",
                "event_type",
                type,
                "resource",
                news.event() == Event.REFUNDED ? PayPalOrder.refund(payment) : PayPalOrder.capture(payment)));
        return Notification.json(headers(news, id, body), body);
    }

    private static Map<String, String> headers(News news, String id, String body) {
        var transmission = Ids.uuid(id, news.time());
        var key = news.forgery().key(Certificates.PAYPAL.key(), Certificates.SNS.key());
        var signed = transmission + "|" + news.time() + "|" + WEBHOOK_ID + "|" + crc32(body);
        return Map.of(
                "PAYPAL-TRANSMISSION-ID",
                transmission,
                "PAYPAL-TRANSMISSION-TIME",
                news.time().toString(),
                "PAYPAL-TRANSMISSION-SIG",
                news.forgery().seal(Certificates.sign(key, signed)),
                "PAYPAL-AUTH-ALGO",
                "SHA256withRSA",
                "PAYPAL-CERT-URL",
                news.url() + CERTIFICATE);
    }

    private static long crc32(String body) {
        var sum = new CRC32();
        sum.update(Hmac.bytes(body));
        return sum.getValue();
    }

    private static @Nullable String type(Event event) {
        return switch (event) {
            case AUTHORISED -> "CHECKOUT.ORDER.APPROVED";
            case CAPTURED -> "PAYMENT.CAPTURE.COMPLETED";
            case REFUSED, CAPTURE_FAILED -> "PAYMENT.CAPTURE.DENIED";
            case CANCELLED -> "PAYMENT.AUTHORIZATION.VOIDED";
            case REFUNDED -> "PAYMENT.CAPTURE.REFUNDED";
            case CHARGED_BACK -> "PAYMENT.CAPTURE.REVERSED";
            case TOKENISED -> "VAULT.PAYMENT-TOKEN.CREATED";
            case REPORT -> null;
        };
    }
}
