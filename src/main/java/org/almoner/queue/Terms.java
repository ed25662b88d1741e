package org.almoner.queue;

import java.time.Duration;
import java.util.Set;

/**
 * How a queue is worked.
 *
 * @param claim most messages of a claim
 * @param consumers threads for the queue
 * @param careful each message by itself, for handlers that act on the outside
 * @param retryDelay after which a message whose predecessor is missing is requeued
 * @param maxAge of a message from its enqueueing, past which it is no longer requeued
 * @param locks fields of a message whose values no two claims may handle at once
 */
record Terms(int claim, int consumers, boolean careful, Duration retryDelay, Duration maxAge, Set<String> locks) {

    Terms {
        if (claim < 1 || consumers < 1) {
            throw new IllegalArgumentException(
                    "claim and consumers must be at least 1, not %d and %d".formatted(claim, consumers));
        }
    }
}
