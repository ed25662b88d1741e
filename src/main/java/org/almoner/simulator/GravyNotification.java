package org.almoner.simulator;

import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event of Gr4vy's webhooks: unsigned, but with the password of the subscription. */
final class GravyNotification {
    static final String USER = "simulated-gravy";
    static final String PASSWORD = "simulated-gravy-password";

    private GravyNotification() {}

    static @Nullable Notification of(News news) {
        var target = target(news);
        if (target.isEmpty()) {
            return null;
        }
        var pair = Hmac.bytes(USER + ":" + news.forgery().password(PASSWORD));
        var header = "Basic " + Base64.getEncoder().encodeToString(pair);
        return Notification.json(
                Map.of("Authorization", news.forgery().seal(header)),
                Json.write(Map.of(
                        "type",
                        "event",
                        "id",
                        Ids.uuid(
                                news.event(),
                                news.payment().id(),
                                news.payment().refunded()),
                        "created_at",
                        news.time().toString(),
                        "merchant_account_id",
                        SimulatedGravy.MERCHANT,
                        "target",
                        target)));
    }

    private static Map<String, Object> target(News news) {
        var payment = news.payment();
        return switch (news.event()) {
            case AUTHORISED, REFUSED, CAPTURED, CANCELLED -> GravyTransaction.of(payment);
            case REFUNDED -> GravyTransaction.refund(payment);
            case TOKENISED -> Map.of("type", "payment-method", "id", payment.token(), "method", "card");
            case REPORT ->
                Map.of(
                        "type", "report-execution",
                        "id", "execution-1",
                        "status", "succeeded",
                        "report", Map.of("id", "report-1", "name", "settlement", "creator_id", USER));
            case CAPTURE_FAILED, CHARGED_BACK -> Map.of();
        };
    }
}
