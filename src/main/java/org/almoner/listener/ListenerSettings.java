package org.almoner.listener;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a listener takes.
 *
 * @param longest body
 * @param evidence of a body that is longer, as much as is kept
 * @param inHand of all bodies together, while they are not kept yet
 * @param patience with a body that comes slowly
 */
@ConfigurationProperties("almoner.listener")
record ListenerSettings(DataSize longest, DataSize evidence, DataSize inHand, Duration patience) {

    ListenerSettings {
        if (evidence.toBytes() <= 0
                || longest.compareTo(DataSize.ofMegabytes(1)) > 0
                || evidence.compareTo(longest) > 0
                || longest.compareTo(inHand) > 0) {
            throw new IllegalArgumentException("must be 0 < evidence <= longest <= in-hand, and longest at most 1MB");
        }
        if (patience.toMillis() <= 0) {
            throw new IllegalArgumentException("patience must be more than 0, not " + patience);
        }
    }
}
