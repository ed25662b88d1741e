package org.almoner.orphan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which pending payments are orphans, and how patient we are with them.
 *
 * @param pageSize payments that are asked about in one unit of work
 * @param pageDelay before each page; with its size, the rate
 * @param answerWithin longer than a gateway is tried: after it an answer is taken for lost
 * @param askAgainAfter when a gateway was out of reach
 * @param leaveFor what waits for a review, until it is looked at again
 * @param alertAfter from its date on, when one is still not decided
 * @param sameDonorWithin another payment of the same donor makes this one a repetition
 * @param gateways by the names that pending payments have for them, a dash standing for an underscore
 */
@ConfigurationProperties("almoner.orphans")
public record OrphanSettings(
        int pageSize,
        Duration pageDelay,
        Duration answerWithin,
        Duration askAgainAfter,
        Duration leaveFor,
        Duration alertAfter,
        Duration sameDonorWithin,
        Map<String, Watched> gateways) {

    /**
     * A gateway whose pending payments become orphans.
     *
     * @param methods of payment; all others are none of ours
     * @param age from which on a pending payment is an orphan
     * @param api whose API is asked, where the gateway has another one's
     */
    public record Watched(boolean enabled, List<String> methods, Duration age, @Nullable String api) {

        public Watched {
            if (age.toSeconds() < 60) {
                throw new IllegalArgumentException("almoner.orphans: a donor is given a minute at least, not " + age);
            }
        }
    }

    public OrphanSettings {
        if (pageSize < 1 || pageDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "almoner.orphans: a page has at least one payment, its delay is not negative");
        }
    }

    /** Whose API is asked about a payment of this gateway. */
    String apiOf(String gateway) {
        var watched = gateways.get(gateway.replace('_', '-'));
        return watched == null || watched.api() == null ? gateway : watched.api();
    }
}
