package org.almoner.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.UUID;
import org.almoner.queue.InvalidMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event in the forms in which it comes, and in the one in which it leaves. */
class TransactionMessageTest {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String EXPIRED =
            """
            {"event":{"_class":"it.pagopa.ecommerce.commons.documents.v2.TransactionExpiredEvent",\
            "id":"77d4ef76-0ae7-4e01-b7e1-19b6dddd9df7","transactionId":"e68308b5215f4757b242d6aaa010c235",\
            "creationDate":"2026-11-21T08:02:10.507812Z[Etc/UTC]","data":{"statusBeforeExpiration":"AUTHORIZATION_REQUESTED"},\
            "eventCode":"TRANSACTION_EXPIRED_EVENT"},\
            "tracingInfo":{"traceparent":"00-3e118826757de38191f6942aafe38065-2db6a4f8578f997b-01","tracestate":null,"baggage":null}}""";

    private static final String OF_VERSION_1 =
            """
            {"eventCode":"TRANSACTION_EXPIRED_EVENT","id":"77d4ef76-0ae7-4e01-b7e1-19b6dddd9df7",
             "transactionId":"e68308b5215f4757b242d6aaa010c235","creationDate":"2026-11-21T08:02:10.507812332Z[Etc/UTC]",
             "data":{"statusBeforeExpiration":"ACTIVATED"},"eventCode":"TRANSACTION_EXPIRED_EVENT"}
            """;

    @Test
    void comesInAnEnvelopeAndLeavesAsItCame() throws Exception {
        var message = read(EXPIRED);

        assertThat(message.event().id()).isEqualTo(UUID.fromString("77d4ef76-0ae7-4e01-b7e1-19b6dddd9df7"));
        assertThat(message.event().transactionId()).isEqualTo("e68308b5215f4757b242d6aaa010c235");
        assertThat(message.event().code()).isEqualTo(EventCode.EXPIRED);
        assertThat(message.event().version()).isEqualTo(2);
        assertThat(message.event().createdAt()).isEqualTo(Instant.parse("2026-11-21T08:02:10.507812Z"));
        assertThat(JSON.writeValueAsString(message)).isEqualTo(EXPIRED);
    }

    @Test
    void comesByItself() throws Exception {
        String bare = JSON.readTree(EXPIRED).get("event").toString();

        assertThat(read(bare).event().toString())
                .isEqualTo(read(EXPIRED).event().toString());
        assertThat(read(bare).event().id()).isEqualTo(read(EXPIRED).event().id());
    }

    @Test
    void comesInVersion1ThatNamesItsCodeTwice() throws Exception {
        var bare = read(OF_VERSION_1);
        var enveloped = read("{\"event\":" + OF_VERSION_1 + ",\"tracingInfo\":null}");

        assertThat(bare.event().version()).isEqualTo(1);
        assertThat(bare.event().code()).isEqualTo(EventCode.EXPIRED);
        assertThat(enveloped.event().version()).isEqualTo(1);
        assertThat(JSON.writeValueAsString(bare))
                .contains("\"_class\":\"it.pagopa.ecommerce.commons.documents.v2.TransactionExpiredEvent\"")
                .containsOnlyOnce("eventCode");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "traceparent":"00-3e118826757de38191f6942aafe38065-2db6a4f8578f997b-01" | "traceparent":null
                    "tracestate":null,"baggage":null                                         | "other":1
                    ,"tracingInfo":{"traceparent":"00-3e118826757de38191f6942aafe38065-2db6a4f8578f997b-01","tracestate":null,"baggage":null} | ~~
                    """)
    void needsNoTrace(String text, String other) throws Exception {
        var message = read(EXPIRED.replace(text, other));

        assertThat(message.tracingInfo().traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(message.event().code()).isEqualTo(EventCode.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "id":"77d4ef76-0ae7-4e01-b7e1-19b6dddd9df7",          | ~~                                    | id is missing
                    77d4ef76-0ae7-4e01-b7e1-19b6dddd9df7                  | 77                                    | id is not a UUID
                    "transactionId":"e68308b5215f4757b242d6aaa010c235",   | ~~                                    | transactionId is missing
                    e68308b5215f4757b242d6aaa010c235                      | e68308b5                              | transactionId has not 32 characters
                    2026-11-21T08:02:10.507812Z[Etc/UTC]                  | 2026-11-21T08:02:10                   | creationDate is not a date with a zone
                    TRANSACTION_EXPIRED_EVENT                             | TRANSACTION_LOST_EVENT                | eventCode is none that is known
                    it.pagopa.ecommerce.commons.documents.v2.             | java.lang.                            | _class is none of an event
                    "eventCode":                                          | "eventCode":"A","eventCode":          | a field stands there twice and does not say the same
                    "statusBeforeExpiration":                             | "a":1,"a":2,"statusBeforeExpiration": | a field stands there twice and does not say the same
                    AUTHORIZATION_REQUESTED                               | \\u0000                               | contains U+0000, which cannot be stored
                    """)
    void isRefusedWhenItMakesNoSense(String text, String other, String reason) {
        assertThatThrownBy(() -> read(EXPIRED.replace(text, other)))
                .hasRootCauseInstanceOf(InvalidMessage.class)
                .hasRootCauseMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T08:02:10Z[Etc/UTC],           2026-11-21T08:02:10Z",
        "2026-11-21T08:02:10.5078Z,               2026-11-21T08:02:10.507800Z",
        "2026-11-21T09:02:10+01:00[Europe/Rome],  2026-11-21T08:02:10Z",
        "2026-11-21T09:02:10+01:00,               2026-11-21T08:02:10Z",
        "2026-11-21T08:02Z[Etc/UTC],              2026-11-21T08:02:00Z",
    })
    void saysWhenInAnyZone(String date, Instant instant) throws Exception {
        var message = read(EXPIRED.replace("2026-11-21T08:02:10.507812Z[Etc/UTC]", date));

        assertThat(message.event().createdAt()).isEqualTo(instant);
    }

    private static TransactionMessage read(String json) throws JsonProcessingException {
        try {
            return JSON.readValue(json, TransactionMessage.class);
        } catch (InvalidMessage e) {
            throw new IllegalArgumentException(e);
        }
    }
}
