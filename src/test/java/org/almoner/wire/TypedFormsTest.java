package org.almoner.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed into a form. */
class TypedFormsTest {

    record Typed(@Tidy(8) @Nullable String name, @Day @Nullable LocalDate day) {}

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            textBlock =
                    """
                    "Jan",                    Jan
                    " Jan\\u00a0\\u3000 Vos ", Jan Vos
                    "A &amp; B",              A & B
                    "Maximilian",             Maximili
                    "😀😀😀😀😀😀😀😀😀",     😀😀😀😀😀😀😀😀
                    "\\u00a0 \\t",
                    "",
                    false,
                    null,
                    7,                        7
                    """)
    void areTidied(String json, @Nullable String name) throws Exception {
        assertThat(read("name", json).name()).isEqualTo(name);
    }

    @Test
    void areDays() throws Exception {
        assertThat(read("day", "\"2026-12-01\"").day()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(read("day", "\"\"").day()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tomorrow\"", "\"2026-13-01\"", "\"2026-12-01 10:00:00\"", "7", "{}"})
    void areNoDays(String json) {
        assertThatThrownBy(() -> read("day", json))
                .hasRootCauseInstanceOf(InvalidMessage.class)
                .rootCause()
                .hasMessageNotContaining("2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@", "@b", "a b@c", "a@b c", "a@b@c", ""})
    void areNoEmailAddresses(String text) {
        assertThatThrownBy(() -> Required.email("email", text)).isInstanceOf(InvalidMessage.class);
    }

    private static Typed read(String field, String json) throws JsonProcessingException {
        return new ObjectMapper().readValue("{\"%s\":%s}".formatted(field, json), Typed.class);
    }
}
