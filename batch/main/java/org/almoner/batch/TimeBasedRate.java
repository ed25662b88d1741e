package org.almoner.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How much work is allowed at a time of the day: little by day, more and more from the start of the quiet hours, and most of
 * it from the end of the ramp to the end of the quiet hours, which may lie beyond midnight.
 *
 * <p>By the clock on the wall: where summer time begins or ends, the quiet hours are an hour shorter or longer, as people's
 * nights are.
 *
 * @param from start of the quiet hours
 * @param to the last instant of them
 * @param rampUp in which the rate rises evenly from low to high
 */
record TimeBasedRate(LocalTime from, LocalTime to, Duration rampUp, int low, int high) {

    private static final Duration DAY = Duration.ofDays(1);

    TimeBasedRate {
        if (from.equals(to)) {
            throw new IllegalArgumentException("the quiet hours begin and end at the same time: " + from);
        }
        if (low <= 0 || high < low) {
            throw new IllegalArgumentException(
                    "rates must be above 0 and the high one not below the low one: %d, %d".formatted(low, high));
        }
        if (rampUp.compareTo(Duration.ZERO) <= 0 || rampUp.compareTo(between(from, to)) > 0) {
            throw new IllegalArgumentException("the ramp must be above 0 and within the quiet hours: " + rampUp);
        }
    }

    int now(Clock clock, ZoneId zone) {
        return at(LocalTime.ofInstant(clock.instant(), zone));
    }

    int at(LocalTime time) {
        Duration elapsed = between(from, time);
        if (elapsed.compareTo(range()) > 0) {
            return low;
        }
        if (elapsed.compareTo(rampUp) >= 0) {
            return high;
        }
        return low + Math.toIntExact((high - low) * elapsed.toMillis() / rampUp.toMillis());
    }

    /** Length of the quiet hours. */
    Duration range() {
        return between(from, to);
    }

    private static Duration between(LocalTime earlier, LocalTime later) {
        Duration difference = Duration.between(earlier, later);
        return difference.isNegative() ? difference.plus(DAY) : difference;
    }
}
