package org.almoner.simulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A notification of Braintree: XML in Base64, and next to it the signature of that text. */
final class BraintreeNotification {
    private BraintreeNotification() {}

    static @Nullable Notification of(News news) {
        var kind = kind(news.event());
        if (kind == null) {
            return null;
        }
        var payload = Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(Hmac.bytes(xml(news, kind))) + "\n";
        var key = news.forgery().key(sha1(SimulatedBraintree.PRIVATE_KEY));
        var signature = Hmac.hex("HmacSHA1", key, payload);
        var fields = new LinkedHashMap<String, String>();
        fields.put("bt_signature", news.forgery().seal(SimulatedBraintree.PUBLIC_KEY + "|" + signature));
        fields.put("bt_payload", payload);
        return Notification.form(Form.write(fields));
    }

    private static String xml(News news, String kind) {
        var transaction = transaction(news.payment());
        return """
                <notification>
                  <timestamp type="datetime">%s</timestamp>
                  <kind>%s</kind>
                  <subject>%s</subject>
                </notification>
                """
                .formatted(
                        news.time(),
                        kind,
                        news.event() == Event.CHARGED_BACK ? dispute(news, transaction) : transaction);
    }

    private static String transaction(Payment payment) {
        return """
                <transaction>
                  <id>%s</id>
                  <status>settled</status>
                  <order-id>%s</order-id>
                  <amount>%s</amount>
                  <currency-iso-code>%s</currency-iso-code>
                </transaction>"""
                .formatted(payment.id(), payment.order(), payment.text(), payment.currency());
    }

    private static String dispute(News news, String transaction) {
        var payment = news.payment();
        return """
                <dispute>
                  <id>%s</id>
                  <kind>chargeback</kind>
                  <reason>fraud</reason>
                  <amount>%s</amount>
                  <currency-iso-code>%s</currency-iso-code>
                  %s
                </dispute>"""
                .formatted(Ids.code("dispute", payment.id()), payment.text(), payment.currency(), transaction);
    }

    private static byte[] sha1(String key) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(Hmac.bytes(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It tells what was settled and what is disputed, and nothing of authorizations. */
    private static @Nullable String kind(Event event) {
        return switch (event) {
            case CAPTURED -> "transaction_settled";
            case CAPTURE_FAILED -> "transaction_settlement_declined";
            case CHARGED_BACK -> "dispute_opened";
            case AUTHORISED, REFUSED, CANCELLED, REFUNDED, TOKENISED, REPORT -> null;
        };
    }
}
