package org.almoner.simulator;

import org.jspecify.annotations.Nullable;

/** What a call did to a payment, and what the gateway notifies us of on account of it. */
public enum Effect {
    NONE(null),
    CAPTURED(Event.CAPTURED),
    /** Another key asked to capture what is captured: on a real account the donor may have paid twice. */
    SECOND_CAPTURE(Event.CAPTURE_FAILED),
    CANCELLED(Event.CANCELLED),
    REFUNDED(Event.REFUNDED),
    TOKENISED(null),
    /** The payment's state does not allow it. */
    REFUSED(null),
    UNKNOWN_PAYMENT(null),
    /** Its key was used already. */
    SAME_ANSWER(null),
    /** The caller has not shown that it may ask. */
    UNAUTHORISED(null),
    /** It was told to fail. */
    FAILED(null);

    private final @Nullable Event event;

    Effect(@Nullable Event event) {
        this.event = event;
    }

    @Nullable
    Event event() {
        return event;
    }
}
