package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A payment as PayPal's answers show it: as an order, an authorization, a capture or a refund. */
final class PayPalOrder {

    private PayPalOrder() {}

    static Map<String, Object> of(Payment payment) {
        var unit = new LinkedHashMap<String, Object>();
        unit.put("custom_id", payment.order());
        unit.put("invoice_id", payment.order());
        unit.put("amount", money(payment, payment.amount()));
        unit.put("payments", Map.of("authorizations", authorizations(payment), "captures", captures(payment)));
        return Map.of(
                "id", payment.id(),
                "intent", "CAPTURE",
                "status", status(payment),
                "payer", InventedDonor.atPayPal(),
                "purchase_units", List.of(unit));
    }

    static Map<String, Object> authorization(Payment payment) {
        return part(payment, payment.id(), authorizationStatus(payment), payment.amount());
    }

    static Map<String, Object> capture(Payment payment) {
        return part(payment, payment.id(), captureStatus(payment), payment.captured());
    }

    static Map<String, Object> refund(Payment payment) {
        return part(payment, Ids.code("refunds", payment.id(), payment.refunded()), "COMPLETED", payment.refunded());
    }

    static Map<String, String> money(Payment payment, BigDecimal amount) {
        return Map.of("currency_code", payment.currency(), "value", payment.text(amount));
    }

    private static Map<String, Object> part(Payment payment, String id, String status, BigDecimal amount) {
        return Map.of(
                "id", id,
                "status", status,
                "amount", money(payment, amount),
                "custom_id", payment.order(),
                "invoice_id", payment.order(),
                "supplementary_data", Map.of("related_ids", Map.of("order_id", payment.id())));
    }

    private static List<Object> authorizations(Payment payment) {
        return payment.state() == State.PENDING ? List.of() : List.of(authorization(payment));
    }

    private static List<Object> captures(Payment payment) {
        return payment.captured().signum() == 0 ? List.of() : List.of(capture(payment));
    }

    private static String status(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> "CREATED";
            case AUTHORISED -> "APPROVED";
            case CAPTURED, REFUNDED -> "COMPLETED";
            case CANCELLED, REFUSED -> "VOIDED";
        };
    }

    private static String authorizationStatus(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> "PENDING";
            case AUTHORISED -> "CREATED";
            case CAPTURED, REFUNDED -> "CAPTURED";
            case CANCELLED -> "VOIDED";
            case REFUSED -> "DENIED";
        };
    }

    private static String captureStatus(Payment payment) {
        return switch (payment.state()) {
            case REFUNDED -> "REFUNDED";
            case CAPTURED -> payment.refunded().signum() > 0 ? "PARTIALLY_REFUNDED" : "COMPLETED";
            case PENDING, AUTHORISED -> "PENDING";
            case CANCELLED, REFUSED -> "DECLINED";
        };
    }
}
