package org.almoner.transaction;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a payment stands. */
public enum TransactionStatus {
    ACTIVATED,
    AUTHORIZATION_REQUESTED,
    AUTHORIZATION_COMPLETED,
    CANCELLATION_REQUESTED,
    CLOSURE_REQUESTED,
    CLOSURE_ERROR,
    CLOSED,
    NOTIFIED_KO,
    NOTIFICATION_ERROR,
    NOTIFICATION_REQUESTED,
    EXPIRED_NOT_AUTHORIZED,
    CANCELED,
    UNAUTHORIZED,
    NOTIFIED_OK,
    EXPIRED,
    REFUND_REQUESTED,
    REFUND_ERROR,
    REFUNDED,
    CANCELLATION_EXPIRED;

    /** Those that a payment must not keep for ever; the partial index on {@code transaction_view} names the same. */
    public static final Set<TransactionStatus> OPEN =
            Collections.unmodifiableSet(EnumSet.range(ACTIVATED, NOTIFICATION_REQUESTED));

    /** Whether a payment that stands here for too long expires. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether an expiry message may still find something to decide. */
    boolean isTransient() {
        return isOpen() || this == EXPIRED;
    }
}
