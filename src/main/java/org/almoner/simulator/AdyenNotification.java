package org.almoner.simulator;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A standard notification of Adyen, its item signed over the eight fields that Adyen signs. */
final class AdyenNotification {
    /** The key of Adyen's own examples. */
    static final String HMAC_KEY = "9064450A8892A093D9E97EFCC9639DE31B74F3A7803135555A3C96F5A57915D6";

    private AdyenNotification() {}

    static @Nullable Notification of(News news) {
        var code = code(news.event());
        return code == null ? null : Notification.json(Map.of(), Json.write(envelope(item(news, code), news)));
    }

    private static Map<String, Object> envelope(Map<String, Object> item, News news) {
        var data = new LinkedHashMap<String, Object>(Map.of("cvcResult", "1 Matches", "avsResult", "7 Both match"));
        data.put("hmacSignature", signature(item, news));
        item.put("additionalData", data);
        return Map.of("live", "false", "notificationItems", List.of(Map.of("NotificationRequestItem", item)));
    }

    private static Map<String, Object> item(News news, String code) {
        var payment = news.payment();
        var first = news.event() == Event.AUTHORISED || news.event() == Event.REFUSED;
        var item = new LinkedHashMap<String, Object>();
        item.put("pspReference", first ? payment.id() : reference(news));
        item.put("originalReference", first || news.event() == Event.REPORT ? "" : payment.id());
        item.put("merchantAccountCode", SimulatedAdyen.ACCOUNT);
        item.put("merchantReference", payment.order());
        item.put("amount", Map.of("currency", payment.currency(), "value", value(news)));
        item.put("eventCode", code);
        item.put(
                "eventDate",
                OffsetDateTime.ofInstant(news.time(), ZoneOffset.UTC).toString());
        item.put("paymentMethod", payment.method());
        item.put("reason", reason(news));
        item.put("success", Boolean.toString(news.event() != Event.REFUSED));
        return item;
    }

    private static String signature(Map<String, Object> item, News news) {
        var amount = (Map<?, ?>) item.get("amount");
        var data = "%s:%s:%s:%s:%s:%s:%s:%s"
                .formatted(
                        item.get("pspReference"),
                        item.get("originalReference"),
                        item.get("merchantAccountCode"),
                        item.get("merchantReference"),
                        amount == null ? "" : amount.get("value"),
                        amount == null ? "" : amount.get("currency"),
                        item.get("eventCode"),
                        item.get("success"));
        var key = news.forgery().key(HexFormat.of().parseHex(HMAC_KEY));
        return news.forgery().seal(Hmac.base64("HmacSHA256", key, data));
    }

    private static long value(News news) {
        var payment = news.payment();
        return AdyenCoins.minor(payment, news.event() == Event.REFUNDED ? payment.refunded() : payment.amount());
    }

    private static String reference(News news) {
        var payment = news.payment();
        return switch (news.event()) {
            case CAPTURED -> Ids.code("captures", payment.id(), payment.refunded());
            case CANCELLED -> Ids.code("cancels", payment.id(), payment.refunded());
            case REFUNDED -> Ids.code("refunds", payment.id(), payment.refunded());
            case REPORT -> "settlement_detail_report_batch_1.csv";
            default -> Ids.code(news.event(), payment.id());
        };
    }

    private static String reason(News news) {
        return switch (news.event()) {
            case REPORT ->
                news.url() + "/reports/download/MerchantAccount/" + SimulatedAdyen.ACCOUNT + "/" + reference(news);
            case REFUSED -> "Refused";
            case CAPTURE_FAILED -> "Insufficient balance on payment";
            case CHARGED_BACK -> "Other Fraud-Card Absent Environment";
            default -> "";
        };
    }

    private static @Nullable String code(Event event) {
        return switch (event) {
            case AUTHORISED, REFUSED -> "AUTHORISATION";
            case CAPTURED -> "CAPTURE";
            case CAPTURE_FAILED -> "CAPTURE_FAILED";
            case CANCELLED -> "CANCELLATION";
            case REFUNDED -> "REFUND";
            case CHARGED_BACK -> "CHARGEBACK";
            case TOKENISED -> "RECURRING_CONTRACT";
            case REPORT -> "REPORT_AVAILABLE";
        };
    }
}
