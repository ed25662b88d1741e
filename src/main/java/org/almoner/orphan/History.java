package org.almoner.orphan;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the donor, or whoever is called and reached the same, has given before; recurring gifts do not count.
 *
 * @param latest when the latest gift came that is complete; nothing if there is none
 * @param completed how many are
 * @param others how many are not: refunded, charged back, cancelled
 */
record History(@Nullable Instant latest, int completed, int others) {

    static final History NONE = new History(null, 0, 0);

    private static final Duration A_DAY = Duration.ofDays(1);

    /** By a date: who has no gift with one has not given today. */
    boolean hasGiftOfPastDay(Instant now) {
        return latest != null && latest.isAfter(now.minus(A_DAY));
    }

    boolean isGood(Instant now) {
        return completed > 0 && others == 0 && !hasGiftOfPastDay(now);
    }
}
