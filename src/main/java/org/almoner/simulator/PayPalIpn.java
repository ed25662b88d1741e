package org.almoner.simulator;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form that PayPal posts; unsigned, it is confirmed when it is posted back byte by byte. */
final class PayPalIpn {
    static final String RECEIVER = "receiver@example.org";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "HH:mm:ss MMM dd, yyyy 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private PayPalIpn() {}

    static @Nullable String of(News news) {
        var status = status(news.event());
        return status == null ? null : Form.write(fields(news, status));
    }

    private static Map<String, String> fields(News news, String status) {
        var payment = news.payment();
        var back = news.event() == Event.REFUNDED || news.event() == Event.CHARGED_BACK;
        var fields = new LinkedHashMap<String, String>();
        fields.put("mc_gross", back ? "-" + payment.text() : payment.text());
        fields.put("mc_fee", "0.30");
        fields.put("mc_currency", payment.currency());
        fields.put("payment_date", DATE.format(news.time()));
        fields.put("payment_status", status);
        fields.put("payment_type", "instant");
        fields.put("txn_id", back ? Ids.code("refunds", payment.id(), payment.refunded()) : payment.id());
        if (back) {
            fields.put("parent_txn_id", payment.id());
            fields.put("reason_code", news.event() == Event.REFUNDED ? "refund" : "chargeback");
        } else {
            fields.put("txn_type", "express_checkout");
        }
        fields.put("custom", payment.order());
        fields.put("invoice", payment.order());
        fields.put("first_name", InventedDonor.FIRST_NAME);
        fields.put("last_name", InventedDonor.LAST_NAME);
        fields.put("payer_email", InventedDonor.EMAIL);
        fields.put("residence_country", "US");
        fields.put("receiver_email", RECEIVER);
        fields.put("test_ipn", "1");
        fields.put("charset", "UTF-8");
        fields.put("ipn_track_id", Ids.code(news.event(), payment.id(), news.forgery()));
        return fields;
    }

    private static @Nullable String status(Event event) {
        return switch (event) {
            case CAPTURED -> "Completed";
            case REFUNDED -> "Refunded";
            case CHARGED_BACK -> "Reversed";
            case CANCELLED -> "Voided";
            case REFUSED, CAPTURE_FAILED -> "Denied";
            case AUTHORISED -> "Pending";
            case TOKENISED, REPORT -> null;
        };
    }
}
