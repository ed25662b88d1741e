package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.Map;

/** A payment as Amazon Pay's answers show it: as a charge, a refund or what the buyer permits. */
final class AmazonCharge {

    private AmazonCharge() {}

    static Map<String, Object> of(Payment payment) {
        return Map.of(
                "chargeId", payment.id(),
                "chargePermissionId", permissionOf(payment.id()),
                "chargeAmount", money(payment, payment.amount()),
                "captureAmount", money(payment, payment.captured()),
                "refundedAmount", money(payment, payment.refunded()),
                "statusDetails", status(payment),
                "merchantMetadata", Map.of("merchantReferenceId", payment.order()),
                "releaseEnvironment", "Sandbox");
    }

    static Map<String, Object> refund(Payment payment) {
        return Map.of(
                "refundId", refundOf(payment),
                "chargeId", payment.id(),
                "refundAmount", money(payment, payment.refunded()),
                "statusDetails", Map.of("state", "Refunded"));
    }

    static Map<String, Object> permission(Payment payment) {
        return Map.of(
                "chargePermissionId", permissionOf(payment.id()),
                "buyer",
                        Map.of(
                                "name",
                                InventedDonor.FIRST_NAME + " " + InventedDonor.LAST_NAME,
                                "email",
                                InventedDonor.EMAIL),
                "billingAddress", InventedDonor.atAmazon(),
                "merchantMetadata", Map.of("merchantReferenceId", payment.order()),
                "statusDetails", Map.of("state", "Chargeable"));
    }

    static String refundOf(Payment payment) {
        return payment.id().replaceFirst("-C", "-R");
    }

    static String ofRefund(String id) {
        return id.replaceFirst("-R", "-C");
    }

    static String permissionOf(String charge) {
        return charge.replaceFirst("-C.*", "");
    }

    private static Map<String, String> status(Payment payment) {
        return payment.state() == State.REFUSED
                ? Map.of("state", state(payment), "reasonCode", reason(payment))
                : Map.of("state", state(payment));
    }

    private static String reason(Payment payment) {
        return payment.method().equals("slow") ? "TransactionTimedOut" : "HardDeclined";
    }

    static String state(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> "AuthorizationInitiated";
            case AUTHORISED -> "Authorized";
            case CAPTURED, REFUNDED -> "Captured";
            case CANCELLED -> "Canceled";
            case REFUSED -> "Declined";
        };
    }

    private static Map<String, String> money(Payment payment, BigDecimal amount) {
        return Map.of("amount", payment.text(amount), "currencyCode", payment.currency());
    }
}
