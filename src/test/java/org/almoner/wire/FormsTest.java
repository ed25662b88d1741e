package org.almoner.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    record Forms(
            @Text(5) @Nullable String text,
            @Cut(5) @Nullable String cut,
            @WholeNumber @Nullable Long number,
            @Amount @Nullable BigDecimal amount,
            @Amounts @Nullable Map<String, BigDecimal> amounts,
            @UnixTime @Nullable Instant time,
            @Flag @Nullable Boolean flag) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "adyen"          | adyen
                    "pâté"           | pâté
                    "😀😀😀😀😀"     | 😀😀😀😀😀
                    12               | 12
                    1.50             | 1.50
                    true             | 1
                    false            | ~~
                    ""               | ~~
                    null             |
                    """)
    void takesTextAsItsProducersMeanIt(String json, @Nullable String text) throws Exception {
        assertThat(read("text", json).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "abcde"          | abcde
                    "abcdef"         | abcde
                    "😀😀😀😀😀😀"   | 😀😀😀😀😀
                    "abcd😀f"        | abcd😀
                    "éèêëē"          | éèêëē
                    1234567          | 12345
                    ""               |
                    false            |
                    null             |
                    """)
    void cutsTextBetweenCharacters(String json, @Nullable String text) throws Exception {
        assertThat(read("cut", json).cut()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    231448907             | 231448907
                    "231448907"           | 231448907
                    " 7 "                 | 7
                    9223372036854775807   | 9223372036854775807
                    0                     | 0
                    ""                    |
                    false                 |
                    null                  |
                    """)
    void takesIdsAsNumbersOrDigits(String json, @Nullable Long number) throws Exception {
        assertThat(read("number", json).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    35                    | 35
                    35.00                 | 35.00
                    "35.00"               | 35.00
                    "1,250.50"            | 1250.50
                    82.5                  | 82.5
                    1e3                   | 1E+3
                    1e200000              | 1E+200000
                    1e-200000             | 0
                    -1e-200000            | 0
                    ""                    |
                    null                  |
                    """)
    void takesAmountsExactly(String json, @Nullable BigDecimal amount) throws Exception {
        assertThat(read("amount", json).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1788350400            | 2026-09-02T12:00:00Z
                    "1788350400"          | 2026-09-02T12:00:00Z
                    1788350400.75         | 2026-09-02T12:00:00Z
                    "@1788350400.25"      | 2026-09-02T12:00:00Z
                    "20260902083400"      | 2026-09-02T08:34:00Z
                    20260902083400        | 2026-09-02T08:34:00Z
                    "2026-09-02 08:34:00" | 2026-09-02T08:34:00Z
                    "2026-09-02T08:34Z"   | 2026-09-02T08:34:00Z
                    0                     |
                    ""                    |
                    false                 |
                    null                  |
                    """)
    void takesTimesInTheFormsProducersSend(String json, @Nullable Instant time) throws Exception {
        assertThat(read("time", json).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true    | true
                    1       | true
                    "1"     | true
                    "true"  | true
                    false   | false
                    0       | false
                    "0"     | false
                    "false" | false
                    ""      | false
                    null    |
                    """)
    void takesFlagsInAllTheirForms(String json, @Nullable Boolean flag) throws Exception {
        assertThat(read("flag", json).flag()).isEqualTo(flag);
    }

    @Test
    void takesAnEmptyMapAsPhpWritesIt() throws Exception {
        assertThat(read("amounts", "[]").amounts()).isEmpty();
        assertThat(read("amounts", "{}").amounts()).isEmpty();
        assertThat(read("amounts", "{\"a\":\"1.5\",\"b\":null,\"c\":2}").amounts())
                .containsExactly(Map.entry("a", new BigDecimal("1.5")), Map.entry("c", new BigDecimal(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":\"abcdef\"",
                "\"text\":[]",
                "\"text\":{\"a\":1}",
                "\"cut\":[\"a\"]",
                "\"number\":\"12a\"",
                "\"number\":1.5",
                "\"number\":9223372036854775808",
                "\"amount\":\"NaN\"",
                "\"amount\":\"Infinity\"",
                "\"amount\":\"12 EUR\"",
                "\"amount\":\"1e99999999999\"",
                "\"amount\":\"11111111111111111111111111111111111111111111111111111111111111111\"",
                "\"amounts\":[1,2]",
                "\"amounts\":7",
                "\"amounts\":{\"a\":{}}",
                "\"amounts\":{\"a\":\"high\"}",
                "\"time\":\"yesterday\"",
                "\"time\":-1",
                "\"time\":\"20261302083400\"",
                "\"time\":\"2026-02-30 25:00:00\"",
                "\"time\":9999999999999999999",
                "\"flag\":2",
                "\"flag\":\"yes\"",
            })
    void refusesWhatItCannotMean(String field) {
        assertThatThrownBy(() -> read("{" + field + "}"))
                .hasRootCauseInstanceOf(InvalidMessage.class)
                .rootCause()
                .message()
                .as("names the rule, not the value")
                .startsWith("is ")
                .doesNotContain("yesterday", "12 EUR", "abcdef", "high");
    }

    private static Forms read(String field, String json) throws JsonProcessingException {
        return read("{\"" + field + "\":" + json + "}");
    }

    private static Forms read(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, Forms.class);
    }
}
