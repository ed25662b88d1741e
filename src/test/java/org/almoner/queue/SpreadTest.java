package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages come one after the other, not all at once. */
class SpreadTest {

    @ParameterizedTest(name = "{0}: {2} of {1} arrive")
    @CsvSource({
        "SPR-1, 3600000, 5, 1, '720000,1440000,2160000,2880000,3600000'",
        "SPR-2, 3600000, 1, 1, '3600000'",
        "SPR-5, 3600000, 8, 1, '450000,900000,1350000,1800000,2250000'",
        "SPR-6a, 1000, 14, 1, '71,142,213,284,355,426,497,568'",
        "SPR-6b, 1000, 14, 9, '639,710,781,852,923,994'",
        "SPR-7, 10000, 3, 1, '3333,6666,9999'",
        "SPR-9, 3600000, 3600001, 1, '0,0,0,0,0'",
        "SPR-12, 3600000, 3, 1, '1200000,2400000,3600000'"
    })
    void givesEachOfAKnownNumberItsSlot(String row, long millis, long count, long first, String expected) {
        var spread = new Spread(Duration.ofMillis(millis));
        long[] arrivals = LongStream.of(parse(expected)).toArray();

        assertThat(LongStream.range(first, first + arrivals.length)
                        .map(number -> spread.after(number, count).toMillis()))
                .as(row)
                .containsExactly(LongStream.of(arrivals).boxed().toArray(Long[]::new));
    }

    @Test
    void spreadsAnUnknownNumberByWhatTheySay() {
        var spread = new Spread(Duration.ofSeconds(10));
        var counts = new int[10];

        IntStream.range(0, 10_000)
                .mapToObj(n -> spread.after("{\"id\":\"%d\"}".formatted(n).getBytes(UTF_8)))
                .forEach(after -> counts[(int) Math.min(9, after.toSeconds())]++);

        assertThat(IntStream.of(counts).boxed()).allMatch(count -> 850 < count && count < 1150);
        assertThat(spread.after("{}".getBytes(UTF_8))).isEqualTo(spread.after("{}".getBytes(UTF_8)));
    }

    @Test
    void isNoneByDefault() {
        assertThat(new Spread(Duration.ZERO).after("{}".getBytes(UTF_8))).isZero();
        assertThat(new Spread(Duration.ZERO).after(3, 7)).isZero();
        assertThatThrownBy(() -> new Spread(Duration.ofMillis(-1))).hasMessageContaining("must not be negative");
    }

    private static long[] parse(String numbers) {
        return Arrays.stream(numbers.split(",")).mapToLong(Long::parseLong).toArray();
    }
}
