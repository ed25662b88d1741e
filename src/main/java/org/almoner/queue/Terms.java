package org.almoner.queue;

import java.time.Duration;
import java.util.Set;

/**
 * How a queue is worked.
 *
 * @param claim most messages of a claim
 * @param consumers threads for the queue
 * @param careful each message by itself, for handlers that act on the outside
 * @param retries of a message that may succeed later
 * @param locks fields of a message whose values no two claims may handle at once
 * @param pollDelay for how long a thread rests after each claim
 * @param raw whether messages are handed on that are no JSON objects
 */
record Terms(
        int claim,
        int consumers,
        boolean careful,
        Retries retries,
        Set<String> locks,
        Duration pollDelay,
        boolean raw) {

    /**
     * When a message that may succeed later is tried again.
     *
     * @param delay after which it is requeued
     * @param maxAge from its enqueueing, past which it is no longer requeued
     * @param most times that it is tried
     */
    record Retries(Duration delay, Duration maxAge, int most) {}

    Terms {
        if (claim < 1 || consumers < 1) {
            throw new IllegalArgumentException(
                    "claim and consumers must be at least 1, not %d and %d".formatted(claim, consumers));
        }
        if (pollDelay.isNegative()) {
            throw new IllegalArgumentException("pollDelay must not be negative, as " + pollDelay + " is");
        }
    }
}
