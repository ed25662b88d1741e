package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Settings by which everything would be purged or moved are refused. */
class CaretakerSettingsTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void keepsEverythingForSomeTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurgeSettings(MONTH, Duration.ZERO, MONTH, MONTH, MONTH, MONTH, MONTH, MONTH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurgeSettings(MONTH, MONTH, MONTH, MONTH, MONTH.negated(), MONTH, MONTH, MONTH));
    }

    @Test
    void movesNothingOfThisMonth() {
        assertThatIllegalArgumentException().isThrownBy(() -> archive(0, 1, 2));
    }

    @Test
    void movesAtARateThatMakesSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> archive(9, 2, 1));
    }

    private static ArchiveSettings archive(int months, int lowRate, int highRate) {
        return new ArchiveSettings(
                months,
                lowRate,
                highRate,
                Duration.ofHours(1),
                LocalTime.of(18, 0),
                LocalTime.of(5, 0),
                ZoneOffset.UTC);
    }
}
