package org.almoner.simulator;

import java.math.BigDecimal;
import java.util.Map;

/** A payment as Ingenico's answers show it. */
final class IngenicoPayment {

    private IngenicoPayment() {}

    static Map<String, Object> of(Payment payment) {
        return Map.of(
                "id", payment.id(),
                "paymentOutput", output(payment),
                "status", status(payment),
                "statusOutput",
                        Map.of(
                                "isCancellable", payment.state() == State.AUTHORISED,
                                "isAuthorized", payment.state() == State.AUTHORISED,
                                "isRefundable", payment.state() == State.CAPTURED,
                                "statusCode", payment.state() == State.AUTHORISED ? 600 : 800));
    }

    static Map<String, Object> inPayment(Payment payment) {
        return Map.of("payment", of(payment));
    }

    static Map<String, Object> checkout(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> Map.of("status", "IN_PROGRESS");
            case CANCELLED -> Map.of("status", "CANCELLED_BY_CONSUMER", "createdPaymentOutput", created(payment));
            default -> Map.of("status", "PAYMENT_CREATED", "createdPaymentOutput", created(payment));
        };
    }

    static Map<String, Object> refund(Payment payment) {
        return Map.of(
                "id", payment.id().replaceFirst(".$", "1"),
                "status", "REFUND_REQUESTED",
                "refundOutput",
                        Map.of("amountOfMoney", money(payment, payment.refunded()), "references", references(payment)));
    }

    static String status(Payment payment) {
        return switch (payment.state()) {
            case PENDING -> "REDIRECTED";
            case AUTHORISED -> "PENDING_APPROVAL";
            case CAPTURED -> "CAPTURE_REQUESTED";
            case CANCELLED -> "CANCELLED";
            case REFUNDED -> "REFUNDED";
            case REFUSED -> "REJECTED";
        };
    }

    private static Map<String, Object> created(Payment payment) {
        return Map.of("payment", of(payment), "paymentStatusCategory", "SUCCESSFUL");
    }

    private static Map<String, Object> output(Payment payment) {
        return Map.of(
                "amountOfMoney", money(payment, payment.amount()),
                "references", references(payment),
                "paymentMethod", "card",
                "cardPaymentMethodSpecificOutput",
                        Map.of(
                                "paymentProductId",
                                1,
                                "fraudResults",
                                Map.of("avsResult", "0", "cvvResult", "M", "fraudServiceResult", "accepted")));
    }

    private static Map<String, Object> references(Payment payment) {
        return Map.of("merchantReference", payment.order(), "merchantOrderId", 1);
    }

    private static Map<String, Object> money(Payment payment, BigDecimal amount) {
        return Map.of("amount", payment.minor(amount), "currencyCode", payment.currency());
    }
}
