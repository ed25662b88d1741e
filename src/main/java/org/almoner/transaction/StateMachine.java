package org.almoner.transaction;

import static org.almoner.transaction.TransactionStatus.*;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each event makes of a payment, by where the payment stands. Null: the event changes nothing and is not heeded. */
final class StateMachine {

    private static final Set<TransactionStatus> RECEIPT_WAS_REQUESTED =
            EnumSet.of(NOTIFICATION_REQUESTED, NOTIFICATION_ERROR, NOTIFIED_KO);

    private StateMachine() {}

    static @Nullable TransactionStatus next(Course course, TransactionEvent event) {
        return switch (course.status()) {
            case ACTIVATED -> activated(event);
            case AUTHORIZATION_REQUESTED -> authorizationRequested(event);
            case AUTHORIZATION_COMPLETED -> authorizationCompleted(course, event);
            case CLOSURE_REQUESTED -> closing(course, event);
            case CANCELLATION_REQUESTED -> cancelling(event);
            case CLOSURE_ERROR -> course.isCancelled() ? cancelling(event) : closingAgain(course, event);
            case CLOSED -> closed(event);
            case NOTIFICATION_REQUESTED -> notifying(event);
            case NOTIFICATION_ERROR -> notifyingAgain(course, event);
            case NOTIFIED_KO -> notifiedOfFailure(event);
            case EXPIRED -> course.isOfVersion1() ? expiredInVersion1(course, event) : expired(course, event);
            case REFUND_REQUESTED -> refunding(event);
            case REFUND_ERROR -> refundingAgain(event);
            case NOTIFIED_OK, CANCELED, UNAUTHORIZED, REFUNDED, EXPIRED_NOT_AUTHORIZED, CANCELLATION_EXPIRED -> null;
        };
    }

    private static @Nullable TransactionStatus activated(TransactionEvent event) {
        return switch (event.code()) {
            case AUTHORIZATION_REQUESTED -> AUTHORIZATION_REQUESTED;
            case USER_CANCELED -> CANCELLATION_REQUESTED;
            case EXPIRED -> EXPIRED_NOT_AUTHORIZED;
            default -> null;
        };
    }

    private static @Nullable TransactionStatus authorizationRequested(TransactionEvent event) {
        return switch (event.code()) {
            case AUTHORIZATION_COMPLETED -> AUTHORIZATION_COMPLETED;
            case EXPIRED -> EXPIRED;
            default -> null;
        };
    }

    /** In version 1 nobody says that the closure was requested. */
    private static @Nullable TransactionStatus authorizationCompleted(Course course, TransactionEvent event) {
        return switch (event.code()) {
            case EXPIRED -> EXPIRED;
            case CLOSURE_REQUESTED -> course.isOfVersion1() ? null : CLOSURE_REQUESTED;
            default -> course.isOfVersion1() ? closing(course, event) : null;
        };
    }

    private static @Nullable TransactionStatus closing(Course course, TransactionEvent event) {
        return event.code() == EventCode.CLOSURE_ERROR ? CLOSURE_ERROR : closureTold(course, event);
    }

    private static @Nullable TransactionStatus closingAgain(Course course, TransactionEvent event) {
        return event.code() == EventCode.REFUND_REQUESTED ? REFUND_REQUESTED : closureTold(course, event);
    }

    private static @Nullable TransactionStatus closureTold(Course course, TransactionEvent event) {
        return switch (event.code()) {
            case CLOSED -> course.isAuthorized() ? CLOSED : null;
            case CLOSURE_SYNTHETIC -> course.isAuthorized() && !course.isOfVersion1() ? CLOSED : null;
            case CLOSURE_FAILED -> course.isAuthorized() ? null : UNAUTHORIZED;
            case EXPIRED -> EXPIRED;
            default -> null;
        };
    }

    private static @Nullable TransactionStatus cancelling(TransactionEvent event) {
        return switch (event.code()) {
            case CLOSED -> CANCELED;
            case CLOSURE_ERROR -> CLOSURE_ERROR;
            case EXPIRED -> CANCELLATION_EXPIRED;
            default -> null;
        };
    }

    private static @Nullable TransactionStatus closed(TransactionEvent event) {
        return event.code() == EventCode.USER_RECEIPT_REQUESTED ? NOTIFICATION_REQUESTED : notifiedOfFailure(event);
    }

    private static @Nullable TransactionStatus notifying(TransactionEvent event) {
        return switch (event.code()) {
            case USER_RECEIPT_ADDED -> notified(event);
            case ADD_USER_RECEIPT_ERROR -> NOTIFICATION_ERROR;
            case EXPIRED -> EXPIRED;
            default -> null;
        };
    }

    private static @Nullable TransactionStatus notifyingAgain(Course course, TransactionEvent event) {
        return switch (event.code()) {
            case USER_RECEIPT_ADDED -> notified(event);
            case REFUND_REQUESTED -> course.isNegative(EventCode.USER_RECEIPT_REQUESTED) ? REFUND_REQUESTED : null;
            case EXPIRED -> EXPIRED;
            default -> null;
        };
    }

    private static @Nullable TransactionStatus notifiedOfFailure(TransactionEvent event) {
        return switch (event.code()) {
            case REFUND_REQUESTED -> REFUND_REQUESTED;
            case EXPIRED -> EXPIRED;
            default -> null;
        };
    }

    /** Not the end: news that was late takes the payment up again where it was. */
    private static @Nullable TransactionStatus expired(Course course, TransactionEvent event) {
        var before = Objects.requireNonNull(course.beforeExpiry());
        boolean receiptWasRequested = RECEIPT_WAS_REQUESTED.contains(before);
        boolean wasClosed = before == CLOSED || receiptWasRequested;
        boolean closureWasRequested = before == CLOSURE_REQUESTED || before == CLOSURE_ERROR || wasClosed;
        return switch (event.code()) {
            case REFUND_REQUESTED -> REFUND_REQUESTED;
            case CLOSURE_SYNTHETIC -> closureWasRequested && course.isAuthorized() ? CLOSED : null;
            case USER_RECEIPT_REQUESTED -> wasClosed ? NOTIFICATION_REQUESTED : null;
            case USER_RECEIPT_ADDED -> receiptWasRequested ? notified(event) : null;
            default -> null;
        };
    }

    private static @Nullable TransactionStatus expiredInVersion1(Course course, TransactionEvent event) {
        return switch (event.code()) {
            case REFUND_REQUESTED -> REFUND_REQUESTED;
            case USER_RECEIPT_REQUESTED -> course.beforeExpiry() == CLOSED ? NOTIFICATION_REQUESTED : null;
            default -> null;
        };
    }

    private static @Nullable TransactionStatus refunding(TransactionEvent event) {
        return switch (event.code()) {
            case REFUNDED -> REFUNDED;
            case REFUND_ERROR -> REFUND_ERROR;
            default -> null;
        };
    }

    private static @Nullable TransactionStatus refundingAgain(TransactionEvent event) {
        return switch (event.code()) {
            case REFUNDED -> REFUNDED;
            case REFUND_RETRIED -> REFUND_ERROR;
            default -> null;
        };
    }

    private static TransactionStatus notified(TransactionEvent event) {
        return event.isPositive() ? NOTIFIED_OK : NOTIFIED_KO;
    }
}
