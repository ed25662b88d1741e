package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that is too old is not handled any more. */
class TimeToLiveTest {

    private final TestClock clock = new TestClock();

    @ParameterizedTest(name = "{0} s after its push, of {1} s: {2}")
    @CsvSource({"0, 30, true", "30, 30, true", "31, 30, false", "31, 0, true", "31, -1, true"})
    void isOverWhenItIsOver(long age, long seconds, boolean isHandled) {
        var message = "{\"source_enqueued_time\":%d}".formatted(clock.instant().getEpochSecond() - age);

        var refused = catchThrowable(() -> check(message, seconds));

        assertThat(refused == null).isEqualTo(isHandled);
    }

    @Test
    void isToldWithoutTheMessage() {
        assertThat(catchThrowable(() -> check("{\"source_enqueued_time\":1}", 30)))
                .isInstanceOf(InvalidMessage.class)
                .hasMessage("is older than its time to live of PT30S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "not JSON", "{\"source_enqueued_time\":\"soon\"}"})
    void isNoConcernOfMessagesThatDoNotSay(String message) {
        assertThatCode(() -> check(message, 30)).doesNotThrowAnyException();
    }

    private void check(String message, long seconds) {
        new TimeToLive(Duration.ofSeconds(seconds), new JsonMapper(), clock)
                .check(new Message(message.getBytes(UTF_8)));
    }
}
