package org.almoner.batch.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run looks at and how long it takes follows from the cron and the moment at which it begins, and from nothing else. */
class PlanTest {

    private static final String HOURLY = "0 0 */1 * * *";

    @ParameterizedTest(name = "{0}, M={1}, at {2}: {3} to {4}")
    @CsvSource({
        "0 0 */1 * * *, 2, 2026-09-02T10:00:00Z, 2026-09-02T07:00:00Z, 2026-09-02T09:00:00Z", // WIN-2, WIN-3
        "0 0 */1 * * *, 2, 2026-09-02T11:00:00Z, 2026-09-02T08:00:00Z, 2026-09-02T10:00:00Z", // WIN-4
        "0 0 */1 * * *, 1, 2026-09-02T10:00:00Z, 2026-09-02T08:00:00Z, 2026-09-02T09:00:00Z", // WIN-5
        "0 0 */1 * * *, 3, 2026-09-02T10:00:00Z, 2026-09-02T06:00:00Z, 2026-09-02T09:00:00Z", // WIN-6
        "0 0 9-17 * * *, 2, 2026-09-02T16:00:00Z, 2026-08-31T16:00:00Z, 2026-09-02T00:00:00Z", // WIN-8
        "0 0 9-17 * * *, 2, 2026-09-02T17:00:00Z, 2026-09-02T14:00:00Z, 2026-09-02T16:00:00Z"
    })
    void looksBackFromAnIntervalAgo(String cron, int multiplier, Instant now, Instant from, Instant until) {
        var plan = Plan.of(settings(cron, multiplier), now);

        assertThat(plan.from()).isEqualTo(from);
        assertThat(plan.until()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
        "*/10 * * * * *, 2026-09-02T10:00:03Z, PT10S", // WIN-1
        "0 0 */1 * * *, 2026-09-02T10:00:00Z, PT1H",
        "0 30 2 * * MON-FRI, 2026-09-04T08:59:00Z, PT24H", // WIN-9: from Monday to Tuesday
        "0 0 0 29 2 *, 2026-09-02T10:00:00Z, PT35064H", // from one leap day to the next
        "0 0 * * * *, 2028-02-28T23:30:00Z, PT1H" // into a leap day
    })
    void takesTheTimeBetweenTheNextTwoTicksForAnInterval(String cron, Instant now, Duration interval) {
        assertThat(Plan.interval(cron, now)).isEqualTo(interval);
    }

    /** In Rome, the clocks went back at 01:00 UTC on 25 October 2026 and forward at 01:00 UTC on 29 March 2026. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"})
    @ResourceLock(Resources.TIME_ZONE)
    void knowsNoSummerTime(Instant now) {
        var zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Europe/Rome")));

            var plan = Plan.of(settings(HOURLY, 2), now);

            assertThat(plan.until()).isEqualTo(now.minus(Duration.ofHours(1)));
            assertThat(plan.from()).isEqualTo(now.minus(Duration.ofHours(3)));
            assertThat(Plan.interval("0 30 2 * * *", now)).isEqualTo(Duration.ofHours(24));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT5M, PT5M", "PT10M, PT-1S, PT5M", "PT10M, PT0S, PT5M", "PT10S, PT1S, PT1S"})
    void takesHalfAnIntervalAtTheMost(Duration interval, Duration setting, Duration longest) {
        assertThat(Plan.maxDuration(setting, interval)).isEqualTo(longest);
    }

    @Test
    void doesAsItIsToldWhereItIsTold() {
        var hour = Duration.ofHours(1);
        var settings = new ExpirySettings(
                HOURLY, 2, hour.multipliedBy(3), hour.multipliedBy(5), Duration.ofMinutes(7), hour, 5, hour, "q");

        assertThat(Plan.of(settings, Instant.parse("2026-09-02T10:00:00Z")))
                .isEqualTo(new Plan(
                        Instant.parse("2026-09-02T02:00:00Z"),
                        Instant.parse("2026-09-02T07:00:00Z"),
                        hour,
                        Duration.ofMinutes(7)));
    }

    @Test
    void cannotBeMadeWithoutANextTick() {
        assertThatThrownBy(() -> Plan.interval("0 0 0 31 2 *", Instant.parse("2026-09-02T10:00:00Z")))
                .hasMessageContaining("almoner.expiry.cron has no tick after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 * * * *", "0 0 * * * * *", "every hour"})
    void wantsACronOfSixFields(String cron) {
        assertThatThrownBy(() -> settings(cron, 2)).hasMessageStartingWith("almoner.expiry.cron has no six fields");
    }

    private static ExpirySettings settings(String cron, int multiplier) {
        return new ExpirySettings(
                cron,
                multiplier,
                null,
                null,
                null,
                Duration.ofSeconds(-1),
                5,
                Duration.ofSeconds(1),
                "transactions-expired");
    }
}
