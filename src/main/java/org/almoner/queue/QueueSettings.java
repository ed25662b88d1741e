package org.almoner.queue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How queues are worked where the endpoint says nothing else.
 *
 * @param claim most messages of a claim
 * @param claimBytes after which a claim takes no further message
 * @param consumers threads for each queue
 * @param silence after which a worker that does not beat is taken for dead
 */
@ConfigurationProperties("almoner.queue")
record QueueSettings(
        int claim, DataSize claimBytes, int consumers, Duration retryDelay, Duration maxAge, Duration silence) {

    QueueSettings {
        positive("claim", claim);
        positive("claim-bytes", claimBytes.toBytes());
        positive("consumers", consumers);
        positive("retry-delay", retryDelay.toMillis());
        positive("max-age", maxAge.toMillis());
        if (silence.toSeconds() < 3) {
            throw new IllegalArgumentException("silence must be at least 3s, as workers beat every second: " + silence);
        }
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be more than 0, not " + value);
        }
    }
}
