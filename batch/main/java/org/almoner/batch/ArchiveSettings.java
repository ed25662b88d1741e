package org.almoner.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which payments are moved to history, and how many a run.
 *
 * @param months since a payment's last event
 * @param lowRate payments a run by day
 * @param highRate payments a run in the quiet hours
 * @param rampUp from the one to the other
 * @param quietFrom when the quiet hours begin
 * @param quietTo when they end
 * @param zone whose days and hours these are
 */
@ConfigurationProperties("almoner.archive")
record ArchiveSettings(
        int months, int lowRate, int highRate, Duration rampUp, LocalTime quietFrom, LocalTime quietTo, ZoneId zone) {

    ArchiveSettings {
        if (months < 1) {
            throw new IllegalArgumentException("months must be at least 1, not " + months);
        }
        new TimeBasedRate(quietFrom, quietTo, rampUp, lowRate, highRate);
    }

    int rate(Clock clock) {
        return new TimeBasedRate(quietFrom, quietTo, rampUp, lowRate, highRate).now(clock, zone);
    }

    /** The beginning of a day, so that what is moved does not depend on the minute of the run. */
    Instant before(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone)
                .minusMonths(months)
                .atStartOfDay(zone)
                .toInstant();
    }
}
