package org.almoner.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseFormsTest {

    record Forms(@Trimmed(5) @Nullable String trimmed, @AnyTime @Nullable Instant time) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    " adyen\\t" | adyen
                    12          | 12
                    true        | 1
                    false       |
                    "  "        |
                    ""          |
                    null        |
                    """)
    void takesTextWithoutTheBlanksAroundIt(String json, @Nullable String text) throws Exception {
        assertThat(read("{\"trimmed\":" + json + "}").trimmed()).isEqualTo(text);
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThatThrownBy(() -> read("{\"trimmed\":\" abcdef \"}"))
                .hasRootCauseInstanceOf(InvalidMessage.class)
                .rootCause()
                .hasMessage("is longer than 5 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1788350400                  | 2026-09-02T12:00:00Z
                    "@1788350400.25"            | 2026-09-02T12:00:00Z
                    "2026-09-02 08:34:00"       | 2026-09-02T08:34:00Z
                    "2026-09-02 08:34:00 UTC"   | 2026-09-02T08:34:00Z
                    "2026-09-02T10:34:00+02:00" | 2026-09-02T08:34:00Z
                    "2026-09-02 04:34:00-04:00" | 2026-09-02T08:34:00Z
                    "2026-09-02"                | 2026-09-02T00:00:00Z
                    "2026-02-30"                |
                    "next Tuesday"              |
                    "next Tuesday - or later"   |
                    ""                          |
                    0                           |
                    """)
    void takesATimeInAnyFormAndNothingElse(String json, @Nullable Instant time) throws Exception {
        assertThat(read("{\"time\":" + json + "}").time()).isEqualTo(time);
    }

    private static Forms read(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, Forms.class);
    }
}
