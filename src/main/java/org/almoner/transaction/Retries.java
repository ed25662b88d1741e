package org.almoner.transaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often something is tried again that failed at a gateway, and when: each time after once more the base, because a
 * gateway that is away is rarely back at once.
 */
record Retries(Duration base, int most) {

    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** @param retried how often it was tried again already; nothing when no attempts are left */
    Optional<Retry> after(int retried) {
        int count = retried + 1;
        return count > most ? Optional.empty() : Optional.of(new Retry(count, base.multipliedBy(count)));
    }

    /** One more attempt, and how long to wait for it. */
    record Retry(int count, Duration delay) {

        /** Whether it comes while the payment's tokens are still good, with some time to spare. */
        boolean isBefore(Instant tokensEnd, Instant now) {
            return now.plus(delay).isBefore(tokensEnd.minus(MARGIN));
        }
    }
}
