package org.almoner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.almoner.routes.TestQueue.Receipt;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.almoner.transaction.Story;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an expiry message leads to: the acceptance table EXP-1 to EXP-19. */
@AlmonerTest
@Stopped("transactions-dead-letter") // so that what is to be archived stays where it can be seen
class TransactionsExpiredQueueTest {

    private static final Duration LONG_AGO = Duration.ofHours(2);

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    @Autowired
    CamelContext camel;

    TestQueue expired;
    KeptTransactions kept;

    @BeforeEach
    void queue() {
        expired = new TestQueue("transactions-expired", redis, sql);
        kept = new KeptTransactions(sql);
    }

    /** Twice: as it was when it came, and after the batch had expired it (EXP-17). */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EXP-1  | ACT                                                  | EXPIRED_NOT_AUTHORIZED |        |
                    EXP-2  | ACT EXP                                              | EXPIRED_NOT_AUTHORIZED |        |
                    EXP-2  | ACT UCANC EXP                                        | CANCELLATION_EXPIRED   |        |
                    EXP-2  | ACT AREQ EXP RREQ                                    | REFUND_REQUESTED       |        |
                    EXP-2  | ACT AREQ EXP RREQ RERR                               | REFUND_ERROR           |        |
                    EXP-2  | ACT AREQ EXP RREQ RDONE                              | REFUNDED               |        |
                    EXP-3  | ACT UCANC                                            | CANCELLATION_EXPIRED   |        |
                    EXP-3  | ACT UCANC CERR                                       | CANCELLATION_EXPIRED   |        |
                    EXP-8  | ACT AREQ(NPG)                                        | REFUND_REQUESTED       | refund |
                    EXP-8  | ACT AREQ(NPG) EXP                                    | REFUND_REQUESTED       | refund |
                    §10.2  | ACT AREQ(REDIRECT)                                   | REFUND_REQUESTED       | refund |
                    §10.2  | ACT AREQ(VPOS)                                       | EXPIRED                | dead   | PROCESSING_ERROR
                    EXP-10 | ACT AREQ ACOMP(OK)                                   | EXPIRED                | dead   | REFUND_MANUAL_CHECK_REQUIRED
                    EXP-10 | ACT AREQ ACOMP(OK) CREQ                              | EXPIRED                | dead   | REFUND_MANUAL_CHECK_REQUIRED
                    EXP-10 | ACT AREQ ACOMP(OK) CREQ CERR                         | EXPIRED                | dead   | REFUND_MANUAL_CHECK_REQUIRED
                    EXP-11 | ACT AREQ ACOMP(KO) CREQ CERR                         | EXPIRED                |        |
                    NEW-11 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK)                   | EXPIRED                | dead   | SEND_PAYMENT_RESULT_RECEIVING_TIMEOUT
                    EXP-14 | ACT AREQ ACOMP(OK) CREQ CLOSED(KO)                   | REFUND_REQUESTED       | refund |
                    EXP-15 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK)          | EXPIRED                |        |
                    EXP-16 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(KO) UERR     | REFUND_REQUESTED       | refund |
                    EXP-16 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(KO) UADD(KO) | REFUND_REQUESTED       | refund |
                    EXP-17 | ACT AREQ ACOMP(OK) CREQ EXP                          | EXPIRED                | dead   | REFUND_MANUAL_CHECK_REQUIRED
                    EXP-17 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) EXP               | EXPIRED                | dead   | SEND_PAYMENT_RESULT_RECEIVING_TIMEOUT
                    EXP-17 | ACT AREQ ACOMP(OK) CREQ CLOSED(KO) EXP               | REFUND_REQUESTED       | refund |
                    EXP-17 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(KO) EXP      | REFUND_REQUESTED       | refund |
                    """)
    void isDecidedByTheTable(String row, String events, String status, String end, String category) {
        var story = given(Story.endingAt(now().minus(LONG_AGO), events));

        push(story);
        push(story);

        await().untilAsserted(() -> assertThat(kept.status(story.id())).isEqualTo(status));
        await().untilAsserted(() -> assertThat(list("refund-requests")).hasSize("refund".equals(end) ? 1 : 0));
        await().untilAsserted(
                        () -> assertThat(categories()).isEqualTo(category == null ? List.of() : List.of(category)));
        assertThat(kept.isUndecided(story.id())).isFalse();
        assertThat(kept.events(story.id()))
                .filteredOn(event -> event.endsWith(" EXPIRED"))
                .hasSizeLessThan(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "EXP-5, AUTHORIZED, REFUND_REQUESTED,",
        "EXP-6, DECLINED,   EXPIRED,",
        "EXP-7, UNUSABLE,   EXPIRED, REFUND_MANUAL_CHECK_REQUIRED",
        "EXP-8, UNKNOWN,    REFUND_REQUESTED,",
    })
    void isDecidedByWhatTheGatewaySaysOfTheOrder(String row, String state, String status, String category) {
        var story = given(Story.endingAt(now().minus(LONG_AGO), "ACT AREQ(NPG)"));
        String answer =
                ",\"order\":{\"state\":\"%s\",\"authorization\":{\"operationId\":\"operation7\"}}}".formatted(state);

        expired.push(message(story).replaceAll("}$", answer));

        assertThat(kept.status(story.id())).isEqualTo(status);
        await().untilAsserted(
                        () -> assertThat(categories()).isEqualTo(category == null ? List.of() : List.of(category)));
        assertThat(sql.sql(
                                """
                                select data #>> '{gatewayAuthData,operationId}' from transaction_event
                                where event_code = 'TRANSACTION_REFUND_REQUESTED_EVENT'
                                """)
                        .query(String.class)
                        .list())
                .isEqualTo(status.equals("EXPIRED") ? List.of() : List.of("operation7"));
    }

    @Test
    void asksForOneRefundHoweverOftenTheMessageComes() {
        var story = given(Story.endingAt(now().minus(LONG_AGO), "ACT AREQ ACOMP(OK) CREQ CLOSED(KO)"));

        var receipt = expired.push(Collections.nCopies(500, message(story)).toArray(String[]::new));

        assertThat(receipt).isEqualTo(new Receipt(500, 0, 0));
        await().untilAsserted(() -> assertThat(list("refund-requests")).hasSize(1));
        assertThat(kept.events(story.id()))
                .endsWith("6 EXPIRED", "7 REFUND_REQUESTED")
                .hasSize(7);
    }

    @Test
    void asksForARefundByTheEventThatIsKept() {
        var story = given(Story.endingAt(now().minus(LONG_AGO), "ACT AREQ ACOMP(OK) CREQ CLOSED(KO)"));

        push(story);

        await().untilAsserted(() -> assertThat(list("refund-requests")).hasSize(1));
        JsonNode request = read(list("refund-requests").get(0));
        assertThat(request.at("/event/_class").asText())
                .isEqualTo("it.pagopa.ecommerce.commons.documents.v2.TransactionRefundRequestedEvent");
        assertThat(request.at("/event/transactionId").asText()).isEqualTo(story.id());
        assertThat(request.at("/event/data/statusBeforeRefunded").asText()).isEqualTo("EXPIRED");
        assertThat(request.at("/event/data/gatewayAuthData/operationId").asText())
                .isEqualTo("operation1");
        assertThat(sql.sql("select id::text from transaction_event where number = 7")
                        .query(String.class)
                        .list())
                .containsExactly(request.at("/event/id").asText());
    }

    /** EXP-4. */
    @Test
    void putsOffAnAuthorizationThatMayStillCome() {
        var requested = now().minus(Duration.ofMinutes(4));
        var story = given(Story.endingAt(requested, "ACT AREQ(NPG)"));

        push(story);

        assertThat(kept.status(story.id())).isEqualTo("EXPIRED");
        assertThat(kept.isUndecided(story.id())).isTrue();
        assertThat(putOffUntil()).isBetween(requested.plusSeconds(610), requested.plusSeconds(611));
        assertThat(list("refund-requests")).isEmpty();
    }

    @Test
    void putsOffAPaymentThatWaitsForItsReceipt() {
        var closed = now().minus(Duration.ofMinutes(64));
        var story = given(Story.endingAt(closed, "ACT AREQ ACOMP(OK) CREQ CLOSED(OK)"));

        push(story);

        assertThat(kept.status(story.id())).isEqualTo("CLOSED");
        assertThat(putOffUntil()).isBetween(closed.plusSeconds(3900), closed.plusSeconds(3901));
    }

    @Test
    void waitsNoLongerWithinTheLastFiveSeconds() {
        var story = given(Story.endingAt(now().minusSeconds(3900 - 4), "ACT AREQ ACOMP(OK) CREQ CLOSED(OK)"));

        push(story);

        assertThat(kept.status(story.id())).isEqualTo("EXPIRED");
        await().untilAsserted(() -> assertThat(categories()).containsExactly("SEND_PAYMENT_RESULT_RECEIVING_TIMEOUT"));
    }

    @Test
    void acceptsTheEventByWhichThePaymentWasActivatedAndVersion1() {
        var story = given(Story.endingAt(now().minus(LONG_AGO), "ACT"));
        String ofVersion1 =
                """
                {"eventCode":"TRANSACTION_ACTIVATED_EVENT","id":"%s","transactionId":"%s",
                 "creationDate":"2026-09-02T08:00:00Z[Etc/UTC]","eventCode":"TRANSACTION_ACTIVATED_EVENT"}
                """
                        .formatted(story.events().get(0).id(), story.id());

        var receipt = expired.push(ofVersion1);

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 0));
        assertThat(kept.status(story.id())).isEqualTo("EXPIRED_NOT_AUTHORIZED");
    }

    @Test
    void comesAgainLaterWhenThePaymentIsNotKnownYet() {
        var receipt = push(Story.of("ACT"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(sql.sql("select kind from dead_letter where retry_at is not null")
                        .query(String.class)
                        .list())
                .containsExactly("not_yet");
    }

    @Test
    void isNotDecidedOnWhenItIsTooOld() {
        var story = given(Story.endingAt(now().minus(LONG_AGO), "ACT"));
        long eightDaysAgo = now().minus(Duration.ofDays(8)).getEpochSecond();

        var receipt = expired.push(message(story).replaceAll("}$", ",\"source_enqueued_time\":" + eightDaysAgo + "}"));

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(kept.status(story.id())).isEqualTo("ACTIVATED");
    }

    /** EXP-18: and nothing of it is written. */
    @Test
    void isADeadLetterWhenItsEventIsRefused() {
        var story = given(Story.endingAt(now().minus(LONG_AGO), "ACT"));
        var message = message(story);
        sql.sql("alter table transaction_event add constraint no_more check (number < 2)")
                .update();
        try {
            assertThat(expired.push(message)).isEqualTo(new Receipt(0, 0, 1));
        } finally {
            sql.sql("alter table transaction_event drop constraint no_more").update();
        }

        assertThat(expired.deadLetters()).containsExactly(message);
        assertThat(expired.lastError()).contains("constraint no_more");
        assertThat(kept.status(story.id())).isEqualTo("ACTIVATED");
    }

    /** EXP-19. */
    @Test
    void isADeadLetterWhenItMakesNoSense() {
        var story = given(Story.endingAt(now().minus(LONG_AGO), "ACT"));
        String wrong = message(story).replace("TRANSACTION_EXPIRED_EVENT", "EXPIRED");

        var receipt = expired.push(wrong);

        assertThat(receipt).isEqualTo(new Receipt(0, 0, 1));
        assertThat(expired.deadLetters()).containsExactly(wrong);
        assertThat(kept.status(story.id())).isEqualTo("ACTIVATED");
    }

    /** Kept by the machine as its producers push them. */
    private Story given(Story story) {
        new TestQueue("transactions", redis, sql).push(story.messages().toArray(String[]::new));
        return story;
    }

    private Receipt push(Story story) {
        return expired.push(message(story));
    }

    private static String message(Story story) {
        var messages = story.then("EXP").messages();
        return messages.get(messages.size() - 1);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant putOffUntil() {
        return sql.sql("select due_at from outbox where queue = 'transactions-expired'")
                .query(Instant.class)
                .single();
    }

    private List<String> categories() {
        return list("transactions-dead-letter").stream()
                .map(message -> read(message).path("category").asText())
                .toList();
    }

    private JsonNode read(String message) {
        try {
            return json.readTree(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> list(String queue) {
        return Objects.requireNonNull(redis.opsForList().range(queue, 0, -1));
    }
}
