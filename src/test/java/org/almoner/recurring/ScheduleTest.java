package org.almoner.recurring;

import static org.almoner.recurring.FrequencyUnit.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH,  2, 2026-09-02T08:40:00Z, 2026-10-02T08:40:00Z",
        "MONTH, 31, 2026-01-31T00:00:00Z, 2026-02-28T00:00:00Z",
        "MONTH, 31, 2028-01-31T00:00:00Z, 2028-02-29T00:00:00Z",
        "MONTH, 31, 2026-02-28T23:59:59Z, 2026-03-31T23:59:59Z",
        "MONTH, 15, 2026-12-15T00:00:00Z, 2027-01-15T00:00:00Z",
        "YEAR,  29, 2028-02-29T00:00:00Z, 2029-02-28T00:00:00Z",
        "YEAR,   2, 2026-09-02T08:40:00Z, 2027-09-02T08:40:00Z",
    })
    void isDueOneUnitLaterOnItsDayOrTheLastOfTheMonth(FrequencyUnit unit, int day, Instant paid, Instant next) {
        assertThat(new Schedule(unit, day).nextAfter(paid)).isEqualTo(next);
    }

    @Test
    void takesItsDayFromTheStartInUtc() {
        assertThat(Schedule.from(MONTH, Instant.parse("2026-09-30T23:59:59Z")).cycleDay())
                .isEqualTo(30);
    }
}
