package org.almoner.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the ticks that everybody has missed, the last one is caught up with. */
class MissedTicksTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "0 0 * * * ?, 2026-09-02T10:00:00Z, 2026-09-02T10:59:59Z, none",
                "0 0 * * * ?, 2026-09-02T10:00:00Z, 2026-09-02T11:00:00Z, 2026-09-02T11:00:00Z",
                "0 0 * * * ?, 2026-09-02T10:00:00Z, 2026-09-02T16:20:00Z, 2026-09-02T16:00:00Z",
                "0 0 1 * * ?, 2026-10-24T01:00:00Z, 2026-10-25T02:00:00Z, 2026-10-25T01:00:00Z", // no summer time here
                "0 0 0 29 2 ?, 2024-02-29T00:00:00Z, 2027-12-31T00:00:00Z, none",
                "0 0 0 29 2 ?, 2024-02-29T00:00:00Z, 2028-03-01T00:00:00Z, 2028-02-29T00:00:00Z"
            })
    void isTheLastOneThatIsDue(String cron, Instant lastRun, Instant now, Instant missed) {
        assertThat(MissedTicks.lastBetween(cron, lastRun, now).orElse(null)).isEqualTo(missed);
    }
}
