package org.almoner.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.almoner.transaction.Retries.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    @ParameterizedTest
    @CsvSource({
        // base and most; how often already; then the count and the delay in seconds
        "10, 3, 0, 1, 10",
        "10, 3, 2, 3, 30",
        "600, 5, 0, 1, 600",
        "600, 5, 4, 5, 3000",
        "30, 3, 2, 3, 90",
        "80, 3, 1, 2, 160",
    })
    void comeLaterEachTime(int base, int most, int retried, int count, int delay) {
        assertThat(new Retries(Duration.ofSeconds(base), most).after(retried))
                .contains(new Retry(count, Duration.ofSeconds(delay)));
    }

    @Test
    void comeToAnEnd() {
        assertThat(new Retries(Duration.ofSeconds(10), 3).after(3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-600, false", "600, true", "-350, false", "-349, true"})
    void comeWhileTheTokensAreGood(int created, boolean isBefore) {
        var now = Instant.parse("2026-09-02T10:00:00Z");
        var tokensEnd = now.plusSeconds(created).plusSeconds(900);

        assertThat(new Retry(1, Duration.ofMinutes(9)).isBefore(tokensEnd, now)).isEqualTo(isBefore);
    }
}
