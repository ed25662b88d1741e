package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rate of a time of the day. */
class TimeBasedRateTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({
        // within a day
        "10:00, 12:00, PT1H, 100, 200, 09:00, 100",
        "10:00, 12:00, PT1H, 100, 200, 10:00, 100",
        "10:00, 12:00, PT1H, 100, 200, 10:15, 125",
        "10:00, 12:00, PT1H, 100, 200, 10:30, 150",
        "10:00, 12:00, PT1H, 100, 200, 10:45, 175",
        "10:00, 12:00, PT1H, 100, 200, 11:00, 200",
        "10:00, 12:00, PT1H, 100, 200, 12:00, 200",
        "10:00, 12:00, PT1H, 100, 200, 13:00, 100",
        // over midnight, the ramp before it
        "23:00, 02:00, PT1H, 100, 200, 22:00, 100",
        "23:00, 02:00, PT1H, 100, 200, 23:00, 100",
        "23:00, 02:00, PT1H, 100, 200, 23:15, 125",
        "23:00, 02:00, PT1H, 100, 200, 23:30, 150",
        "23:00, 02:00, PT1H, 100, 200, 23:45, 175",
        "23:00, 02:00, PT1H, 100, 200, 00:00, 200",
        "23:00, 02:00, PT1H, 100, 200, 02:00, 200",
        "23:00, 02:00, PT1H, 100, 200, 03:00, 100",
        // over midnight, and the ramp with it
        "23:00, 02:00, PT2H, 100, 200, 23:30, 125",
        "23:00, 02:00, PT2H, 100, 200, 00:00, 150",
        "23:00, 02:00, PT2H, 100, 200, 00:30, 175",
        "23:00, 02:00, PT2H, 100, 200, 01:00, 200",
        "23:00, 02:00, PT2H, 100, 200, 02:00, 200",
        "23:00, 02:00, PT2H, 100, 200, 03:00, 100",
        // a large installation, events and views
        "18:00, 05:00, PT1H30M, 200, 350, 17:59, 200",
        "18:00, 05:00, PT1H30M, 200, 350, 18:45, 275",
        "18:00, 05:00, PT1H30M, 200, 350, 19:15, 325",
        "18:00, 05:00, PT1H30M, 200, 350, 19:30, 350",
        "18:00, 05:00, PT1H30M, 200, 350, 05:00, 350",
        "18:00, 05:00, PT1H30M, 200, 350, 05:01, 200",
        "18:00, 05:00, PT1H30M, 50, 75, 18:45, 62",
        "18:00, 05:00, PT1H30M, 50, 75, 19:00, 66",
        "18:00, 05:00, PT1H30M, 50, 75, 19:15, 70",
        "18:00, 05:00, PT1H30M, 50, 75, 19:30, 75"
    })
    void dependsOnTheTimeOfTheDay(
            LocalTime from, LocalTime to, Duration rampUp, int low, int high, LocalTime time, int rate) {
        assertThat(new TimeBasedRate(from, to, rampUp, low, high).at(time)).isEqualTo(rate);
    }

    @ParameterizedTest
    @CsvSource({"10:00, 12:00, PT2H", "23:00, 02:00, PT3H", "18:00, 05:00, PT11H"})
    void knowsHowLongTheQuietHoursAre(LocalTime from, LocalTime to, Duration range) {
        assertThat(new TimeBasedRate(from, to, AN_HOUR, 100, 200).range()).isEqualTo(range);
    }

    @Test
    void needsQuietHours() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeBasedRate(TEN, TEN, AN_HOUR, 100, 200));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 1", "1, -1", "2, 1"})
    void refusesRatesThatMakeNoSense(int low, int high) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeBasedRate(TEN, NOON, AN_HOUR, low, high));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 11:00", "PT2H, 11:00", "PT-1H, 11:00"})
    void refusesARampThatDoesNotFit(Duration rampUp, LocalTime to) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeBasedRate(TEN, to, rampUp, 1, 2));
    }

    @Test
    void takesARampAsLongAsTheQuietHoursAndRatesThatAreEqual() {
        assertThat(new TimeBasedRate(TEN, NOON, Duration.ofHours(2), 1, 3).at(LocalTime.of(11, 0)))
                .isEqualTo(2);
        assertThat(new TimeBasedRate(TEN, NOON, AN_HOUR, 5, 5).at(LocalTime.of(10, 30)))
                .isEqualTo(5);
    }

    /** Rome's quiet hours from 1 to 4, ramp of two hours, low 100, high 200. */
    @ParameterizedTest
    @CsvSource({
        // an ordinary night: 2 o'clock, 3 o'clock
        "2026-03-28T01:00:00Z, 150",
        "2026-03-28T02:00:00Z, 200",
        // summer time begins: after 1:59:59 comes 3 o'clock
        "2026-03-29T00:59:59Z, 149",
        "2026-03-29T01:00:00Z, 200",
        "2026-03-29T02:00:00Z, 200",
        "2026-03-29T02:00:01Z, 100",
        // summer time ends: 2 to 3 o'clock comes twice
        "2026-10-25T00:30:00Z, 175",
        "2026-10-25T01:30:00Z, 175",
        "2026-10-25T02:00:00Z, 200",
        "2026-10-25T03:00:01Z, 100",
        // a leap day
        "2028-02-29T01:00:00Z, 150"
    })
    void goesByTheClockOnTheWall(Instant now, int rate) {
        var night = new TimeBasedRate(LocalTime.of(1, 0), LocalTime.of(4, 0), Duration.ofHours(2), 100, 200);
        var rome = ZoneId.of("Europe/Rome");

        assertThat(night.now(Clock.fixed(now, rome), rome)).isEqualTo(rate);
    }

    @ParameterizedTest
    @CsvSource({"UTC, 100", "Europe/Rome, 150", "Asia/Kolkata, 100"})
    void isThatOfItsZone(ZoneId zone, int rate) {
        var night = new TimeBasedRate(LocalTime.of(1, 0), LocalTime.of(4, 0), Duration.ofHours(2), 100, 200);

        assertThat(night.now(Clock.fixed(Instant.parse("2026-01-15T01:00:00Z"), ZoneId.of("UTC")), zone))
                .isEqualTo(rate);
    }
}
