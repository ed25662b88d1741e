package org.almoner.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Amazon Pay publishes to a topic of SNS, which signs it with a certificate; it only says what to ask for. */
final class AmazonNotification {
    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:" + SimulatedAmazon.MERCHANT;

    static final String CERTIFICATE = "/SimpleNotificationService-simulator.pem";

    private AmazonNotification() {}

    static @Nullable Notification of(News news) {
        if (news.event() == Event.REPORT || news.event() == Event.TOKENISED) {
            return null;
        }
        var fields = new TreeMap<String, String>();
        fields.put("Message", Json.write(message(news)));
        fields.put(
                "MessageId",
                Ids.uuid(news.event(), news.payment().id(), news.payment().refunded()));
        fields.put("Timestamp", news.time().toString());
        fields.put("TopicArn", TOPIC);
        fields.put("Type", "Notification");
        var signature =
                Certificates.sign(news.forgery().key(Certificates.SNS.key(), Certificates.PAYPAL.key()), lines(fields));
        fields.put("SignatureVersion", "2");
        fields.put("Signature", news.forgery().seal(signature));
        fields.put("SigningCertURL", news.url() + CERTIFICATE);
        fields.put("UnsubscribeURL", news.url() + "/?Action=Unsubscribe");
        return Notification.of(
                "text/plain; charset=UTF-8", Map.of("x-amz-sns-message-type", "Notification"), Json.write(fields));
    }

    private static Map<String, String> message(News news) {
        var payment = news.payment();
        return Map.of(
                "MerchantID",
                SimulatedAmazon.MERCHANT,
                "ObjectType",
                object(news.event()),
                "ObjectId",
                news.event() == Event.REFUNDED ? AmazonCharge.refundOf(payment) : payment.id(),
                "ChargePermissionId",
                AmazonCharge.permissionOf(payment.id()),
                "NotificationType",
                "STATE_CHANGE",
                "NotificationId",
                Ids.uuid("notification", news.event(), payment.id()),
                "NotificationVersion",
                "V2");
    }

    private static String object(Event event) {
        return switch (event) {
            case REFUNDED -> "REFUND";
            case CHARGED_BACK -> "CHARGEBACK";
            default -> "CHARGE";
        };
    }

    /** The names are in the order of their bytes already. */
    private static String lines(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "\n" + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
