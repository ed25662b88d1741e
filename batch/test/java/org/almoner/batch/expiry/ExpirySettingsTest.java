package org.almoner.batch.expiry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be meant stops the start, and says which setting it is. */
class ExpirySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "0,  PT1H,  PT1H,  PT1H,  5, PT1S,  expired, rate-multiplier",
        "2, -PT1S,  PT1H,  PT1H,  5, PT1S,  expired, grace-age",
        "2,  PT1H, -PT1S,  PT1H,  5, PT1S,  expired, look-back",
        "2,  PT1H,  PT1H, -PT1S,  5, PT1S,  expired, spread",
        "2,  PT1H,  PT1H,  PT1H,  0, PT1S,  expired, page-size",
        "2,  PT1H,  PT1H,  PT1H,  5, -PT1S, expired, page-delay",
        "2,  PT1H,  PT1H,  PT1H,  5, PT1S,  ' ',     queue"
    })
    void refuseWhatCannotBeMeant(
            int rateMultiplier,
            Duration graceAge,
            Duration lookBack,
            Duration spread,
            int pageSize,
            Duration pageDelay,
            String queue,
            String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpirySettings(
                        "-", rateMultiplier, graceAge, lookBack, spread, Duration.ZERO, pageSize, pageDelay, queue))
                .withMessageStartingWith("almoner.expiry." + setting);
    }

    @Test
    void leaveAgesToTheCronWhereTheySayNothing() {
        assertThatCode(() -> new ExpirySettings(
                        "0 0 * * * *", 2, null, null, null, Duration.ofSeconds(-1), 5, Duration.ZERO, "expired"))
                .doesNotThrowAnyException();
    }
}
