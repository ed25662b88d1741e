package org.almoner.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** A payment as Gr4vy's answers and notifications show it; behind it stands Adyen. */
final class GravyTransaction {

    private GravyTransaction() {}

    static Map<String, Object> of(Payment payment) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", "transaction");
        fields.put("id", payment.id());
        fields.put("reconciliation_id", Ids.code("reconciliation", payment.id()));
        fields.put("merchant_account_id", SimulatedGravy.MERCHANT);
        fields.put("external_identifier", payment.order());
        fields.put("intent", "authorize");
        fields.put("status", status(payment));
        fields.put("currency", payment.currency());
        fields.put("country", "US");
        fields.put("amount", payment.minor(payment.amount()));
        fields.put("authorized_amount", payment.minor(payment.amount()));
        fields.put("captured_amount", payment.minor(payment.captured()));
        fields.put("refunded_amount", payment.minor(payment.refunded()));
        fields.put("payment_method", Map.of("id", payment.token(), "method", "card", "scheme", payment.method()));
        fields.put("buyer", Map.of("billing_details", InventedDonor.atGravy()));
        fields.put("payment_service", Map.of("id", "service-1", "payment_service_definition_id", "adyen-card"));
        fields.put("payment_service_transaction_id", Ids.code("adyen", payment.id()));
        fields.put("avs_response_code", "match");
        fields.put("cvv_response_code", "match");
        return fields;
    }

    static Map<String, Object> refund(Payment payment) {
        return Map.of(
                "type", "refund",
                "id", refundOf(payment),
                "transaction_id", payment.id(),
                "external_identifier", payment.order(),
                "status", "succeeded",
                "currency", payment.currency(),
                "amount", payment.minor(payment.refunded()),
                "payment_service_refund_id", Ids.code("adyen refund", payment.id()));
    }

    static String refundOf(Payment payment) {
        return Ids.uuid("refund", payment.id());
    }

    private static String status(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> "processing";
            case AUTHORISED -> "authorization_succeeded";
            case CAPTURED, REFUNDED -> "capture_succeeded";
            case CANCELLED -> "authorization_voided";
            case REFUSED -> "authorization_declined";
        };
    }
}
