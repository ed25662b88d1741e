package org.almoner.batch.expiry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.scheduling.support.CronExpression;

/**
 * When payments expire, and how fast.
 *
 * @param cron six fields, in UTC; {@code -} for never
 * @param rateMultiplier how many intervals a run looks back, where {@code lookBack} says nothing
 * @param graceAge younger payments are left alone; where absent, an interval of the cron
 * @param lookBack how far behind that a run looks again in any case
 * @param spread over which the messages of a run arrive; where absent, an interval of the cron
 * @param maxDuration of a run; half an interval if it is not more than 0
 * @param pageDelay before each page; with the size of a page, the rate
 * @param queue of the expiry messages
 */
@ConfigurationProperties("almoner.expiry")
record ExpirySettings(
        String cron,
        int rateMultiplier,
        @Nullable Duration graceAge,
        @Nullable Duration lookBack,
        @Nullable Duration spread,
        Duration maxDuration,
        int pageSize,
        Duration pageDelay,
        String queue) {

    static final String NEVER = "-";

    ExpirySettings {
        if (!cron.equals(NEVER) && !CronExpression.isValidExpression(cron)) {
            throw new IllegalArgumentException("almoner.expiry.cron has no six fields of a cron: " + cron);
        }
        require(rateMultiplier > 0, "rate-multiplier must be more than 0, not " + rateMultiplier);
        require(pageSize > 0, "page-size must be more than 0, not " + pageSize);
        require(!pageDelay.isNegative(), "page-delay must not be negative, but is " + pageDelay);
        require(graceAge == null || !graceAge.isNegative(), "grace-age must not be negative");
        require(lookBack == null || !lookBack.isNegative(), "look-back must not be negative");
        require(spread == null || !spread.isNegative(), "spread must not be negative");
        require(!queue.isBlank(), "queue must have a name");
    }

    private static void require(boolean isRight, String complaint) {
        if (!isRight) {
            throw new IllegalArgumentException("almoner.expiry." + complaint);
        }
    }
}
