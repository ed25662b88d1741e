package org.almoner.transaction;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the events have led a payment so far.
 *
 * @param beforeExpiry where it stood when it expired, if it is expired
 * @param heeded of each kind the last event that was accepted where the payment stood
 */
record Course(
        TransactionStatus status, @Nullable TransactionStatus beforeExpiry, Map<EventCode, TransactionEvent> heeded) {

    static Course begunBy(TransactionEvent activated) {
        return new Course(TransactionStatus.ACTIVATED, null, new EnumMap<>(Map.of(EventCode.ACTIVATED, activated)));
    }

    Course after(TransactionEvent event) {
        var next = StateMachine.next(this, event);
        if (next == null) {
            return this;
        }
        var more = new EnumMap<>(heeded);
        more.put(event.code(), event);
        return new Course(next, next == TransactionStatus.EXPIRED ? status : null, more);
    }

    Optional<TransactionEvent> heeded(EventCode code) {
        return Optional.ofNullable(heeded.get(code));
    }

    boolean isOfVersion1() {
        return heeded(EventCode.ACTIVATED).filter(event -> event.version() == 1).isPresent();
    }

    /** By its user: then all that follows is about the cancellation. */
    boolean isCancelled() {
        return heeded.containsKey(EventCode.USER_CANCELED);
    }

    boolean isAuthorized() {
        return heeded(EventCode.AUTHORIZATION_COMPLETED)
                .filter(TransactionEvent::isPositive)
                .isPresent();
    }

    boolean isNegative(EventCode code) {
        return heeded(code).filter(TransactionEvent::isNegative).isPresent();
    }
}
