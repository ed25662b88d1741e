package org.almoner.batch.expiry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.springframework.scheduling.support.CronExpression;

/**
 * What a run that begins at a moment is to look at, and for how long.
 *
 * @param from payments created from then on, itself included
 * @param until payments created until then, itself included
 * @param maxDuration after which no further page is read
 * @param spread over which the expiry messages arrive
 */
record Plan(Instant from, Instant until, Duration maxDuration, Duration spread) {

    static Plan of(ExpirySettings settings, Instant now) {
        var interval = interval(settings.cron(), now);
        var until = now.minus(Objects.requireNonNullElse(settings.graceAge(), interval));
        var lookBack =
                Objects.requireNonNullElse(settings.lookBack(), interval.multipliedBy(settings.rateMultiplier()));
        return new Plan(
                until.minus(lookBack),
                until,
                maxDuration(settings.maxDuration(), interval),
                Objects.requireNonNullElse(settings.spread(), interval));
    }

    /** Between the next two ticks, in UTC: no change of clocks makes it longer or shorter. */
    static Duration interval(String cron, Instant now) {
        var ticks = CronExpression.parse(cron.equals(ExpirySettings.NEVER) ? "0 0 * * * *" : cron);
        var next = tickAfter(ticks, now.atZone(ZoneOffset.UTC));
        return Duration.between(next, tickAfter(ticks, next));
    }

    static Duration maxDuration(Duration setting, Duration interval) {
        return setting.isNegative() || setting.isZero() ? interval.dividedBy(2) : setting;
    }

    private static ZonedDateTime tickAfter(CronExpression ticks, ZonedDateTime time) {
        var next = ticks.next(time);
        if (next == null) {
            throw new IllegalStateException("almoner.expiry.cron has no tick after " + time);
        }
        return next;
    }
}
