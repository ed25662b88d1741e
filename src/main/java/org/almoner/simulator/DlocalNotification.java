package org.almoner.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What dLocal posts: the payment, or the refund, signed like a call. */
final class DlocalNotification {
    private DlocalNotification() {}

    static @Nullable Notification of(News news) {
        var fields = fields(news);
        if (fields.isEmpty()) {
            return null;
        }
        var body = Json.write(withDate(fields, news));
        var date = news.time().toString();
        var key = news.forgery().key(Hmac.bytes(SimulatedDlocal.SECRET));
        return Notification.json(
                Map.of(
                        "X-Date",
                        date,
                        "X-Login",
                        SimulatedDlocal.LOGIN,
                        "X-Version",
                        "2.1",
                        "Authorization",
                        news.forgery().seal(SimulatedDlocal.signature(key, date, body))),
                body);
    }

    private static Map<String, Object> fields(News news) {
        var payment = news.payment();
        return switch (news.event()) {
            case AUTHORISED, REFUSED, CAPTURED, CANCELLED -> DlocalPayment.of(payment);
            case REFUNDED -> DlocalPayment.refund(payment);
            case CHARGED_BACK -> chargeback(payment);
            case CAPTURE_FAILED, TOKENISED, REPORT -> Map.of();
        };
    }

    private static Map<String, Object> withDate(Map<String, Object> fields, News news) {
        var dated = new LinkedHashMap<>(fields);
        dated.put("created_date", news.time().toString());
        return dated;
    }

    private static Map<String, Object> chargeback(Payment payment) {
        return Map.of(
                "id",
                "CHAR-" + payment.id(),
                "payment_id",
                payment.id(),
                "amount",
                payment.amount(),
                "currency",
                payment.currency(),
                "status",
                "COMPLETED",
                "status_code",
                "200",
                "status_detail",
                "simulated");
    }
}
