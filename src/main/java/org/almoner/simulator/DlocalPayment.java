package org.almoner.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** A payment as dLocal's answers and notifications show it. */
final class DlocalPayment {

    private DlocalPayment() {}

    static Map<String, Object> of(Payment payment) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", payment.id());
        fields.put("amount", payment.amount());
        fields.put("currency", payment.currency());
        fields.put("country", "BR");
        fields.put("payment_method_id", "CARD");
        fields.put("payment_method_type", "CARD");
        fields.put("payment_method_flow", "DIRECT");
        fields.put("card", Map.of("brand", "VI", "last4", "1111", "card_id", payment.token()));
        fields.put("payer", InventedDonor.atDlocal());
        fields.put("order_id", payment.order());
        fields.put("status", status(payment));
        fields.put("status_code", code(payment));
        fields.put("status_detail", "simulated");
        return fields;
    }

    static Map<String, Object> refund(Payment payment) {
        return Map.of(
                "id",
                "REF-" + payment.id(),
                "payment_id",
                payment.id(),
                "amount",
                payment.refunded(),
                "amount_refunded",
                payment.refunded(),
                "currency",
                payment.currency(),
                "status",
                "SUCCESS",
                "status_code",
                "200",
                "status_detail",
                "simulated");
    }

    private static String status(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> "PENDING";
            case AUTHORISED -> "AUTHORIZED";
            case CAPTURED, REFUNDED -> "PAID";
            case CANCELLED -> "CANCELLED";
            case REFUSED -> "REJECTED";
        };
    }

    private static String code(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> "100";
            case AUTHORISED -> "600";
            case CAPTURED, REFUNDED -> "200";
            case CANCELLED -> "400";
            case REFUSED -> "300";
        };
    }
}
