package org.almoner.transaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be done about the money of a payment that expired. The same, whoever expired it. */
enum Verdict {
    /** It was not taken, or it was earned. */
    NOTHING,
    REFUND,
    MANUAL_CHECK,
    /** It was closed well, and nobody ever asked for its receipt. */
    RECEIPT_MISSING,
    /** There is nobody to ask for a refund. */
    UNREFUNDABLE,
    /** The gateway may still be about to authorise it. */
    TOO_EARLY,
    ASK_GATEWAY;

    private static final Duration AUTHORIZATION_TAKES = Duration.ofMinutes(10);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** @param order what the gateway said of it, if it was asked */
    static Verdict on(Transaction payment, @Nullable Order order, Instant now) {
        if (payment.status() != TransactionStatus.EXPIRED || payment.has(EventCode.REFUND_REQUESTED)) {
            return NOTHING;
        }
        var course = payment.course();
        return switch (Objects.requireNonNull(course.beforeExpiry())) {
            case AUTHORIZATION_REQUESTED -> ofUnknownAuthorization(payment, order, now);
            case AUTHORIZATION_COMPLETED, CLOSURE_REQUESTED, CLOSURE_ERROR ->
                course.isAuthorized() ? MANUAL_CHECK : NOTHING;
            case CLOSED -> ofClosed(payment);
            case NOTIFICATION_REQUESTED, NOTIFICATION_ERROR ->
                course.isNegative(EventCode.USER_RECEIPT_REQUESTED) ? refund(payment) : NOTHING;
            case NOTIFIED_KO -> refund(payment);
            default -> NOTHING;
        };
    }

    /** How long to wait where it is {@link #TOO_EARLY}. */
    static Duration wait(Transaction payment, Instant now) {
        return Duration.between(now, authorizationIsKnownAt(payment)).plus(MARGIN);
    }

    private static Verdict ofClosed(Transaction payment) {
        if (payment.closedWellAt().isPresent()) {
            return RECEIPT_MISSING;
        }
        return payment.course().isNegative(EventCode.CLOSED) ? refund(payment) : NOTHING;
    }

    private static Verdict ofUnknownAuthorization(Transaction payment, @Nullable Order order, Instant now) {
        if (!"NPG".equals(TransactionInfo.gateway(payment))) {
            return refund(payment);
        }
        if (now.isBefore(authorizationIsKnownAt(payment))) {
            return TOO_EARLY;
        }
        return order == null ? ASK_GATEWAY : by(order);
    }

    private static Verdict by(Order order) {
        return switch (order.state()) {
            case AUTHORIZED, UNKNOWN -> REFUND;
            case DECLINED -> NOTHING;
            case UNUSABLE -> MANUAL_CHECK;
        };
    }

    /** The gateways of old are gone. */
    private static Verdict refund(Transaction payment) {
        var gateway = TransactionInfo.gateway(payment);
        return "NPG".equals(gateway) || "REDIRECT".equals(gateway) ? REFUND : UNREFUNDABLE;
    }

    private static Instant authorizationIsKnownAt(Transaction payment) {
        return payment.heeded(EventCode.AUTHORIZATION_REQUESTED)
                .orElseThrow()
                .createdAt()
                .plus(AUTHORIZATION_TAKES);
    }
}
