package org.almoner.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What events add up to, and what expires. */
class TransactionTest {

    private static final Instant NOW = Instant.parse("2026-09-02T10:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ST-01 | ACT                                                   | 0   | ACTIVATED               | EXPIRED_NOT_AUTHORIZED
                    ST-02 | ACT AREQ                                              | 0   | AUTHORIZATION_REQUESTED | EXPIRED
                    ST-03 | ACT AREQ ACOMP(OK)                                    | 0   | AUTHORIZATION_COMPLETED | EXPIRED
                    ST-04 | ACT AREQ ACOMP(KO)                                    | 0   | AUTHORIZATION_COMPLETED | EXPIRED
                    ST-05 | ACT UCANC                                             | 0   | CANCELLATION_REQUESTED  | CANCELLATION_EXPIRED
                    ST-06 | ACT AREQ ACOMP(OK) CREQ                               | 0   | CLOSURE_REQUESTED       | EXPIRED
                    ST-07 | ACT AREQ ACOMP(OK) CREQ CERR                          | 0   | CLOSURE_ERROR           | EXPIRED
                    ST-08 | ACT UCANC CERR                                        | 0   | CLOSURE_ERROR           | CANCELLATION_EXPIRED
                    ST-09 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK)                    | 121 | CLOSED                  | EXPIRED
                    ST-10 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK)                    | 0   | CLOSED                  |
                    ST-11 | ACT AREQ ACOMP(OK) CREQ CLOSED(KO)                    | 0   | CLOSED                  | EXPIRED
                    ST-12 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK)           | 0   | NOTIFICATION_REQUESTED  | EXPIRED
                    ST-14 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK) UERR      | 0   | NOTIFICATION_ERROR      | EXPIRED
                    ST-16 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(KO) UADD(KO)  | 0   | NOTIFIED_KO             | EXPIRED
                    ST-17 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK) UADD(OK)  | 0   | NOTIFIED_OK             |
                    ST-18 | ACT EXP                                               | 0   | EXPIRED_NOT_AUTHORIZED  |
                    ST-19 | ACT UCANC CLOSED                                      | 0   | CANCELED                |
                    ST-20 | ACT AREQ ACOMP(KO) CREQ CFAIL                         | 0   | UNAUTHORIZED            |
                    ST-21 | ACT AREQ ACOMP(OK) CREQ EXP                           | 0   | EXPIRED                 |
                    ST-22 | ACT AREQ ACOMP(OK) CREQ EXP RREQ                      | 0   | REFUND_REQUESTED        |
                    ST-22 | ACT AREQ ACOMP(OK) CREQ EXP RREQ RERR                 | 0   | REFUND_ERROR            |
                    ST-22 | ACT AREQ ACOMP(OK) CREQ EXP RREQ RDONE                | 0   | REFUNDED                |
                    ST-23 | ACT UCANC EXP                                         | 0   | CANCELLATION_EXPIRED    |
                    §1.4  | ACT AREQ ACOMP(OK) CREQ CSYN                          | 0   | CLOSED                  | EXPIRED
                    §1.4  | ACT AREQ ACOMP(OK) CREQ CLOSED(KO) CLOSED(OK)         | 0   | CLOSED                  |
                    """)
    void expiresAsTheTableSays(
            String row, String story, int secondsAgo, TransactionStatus status, TransactionStatus whenExpired) {
        var payment = Story.endingAt(NOW.minusSeconds(secondsAgo), story).transaction();

        assertThat(payment.status()).isEqualTo(status);
        assertThat(payment.mayExpire(NOW, TIMEOUT)).isEqualTo(whenExpired != null);
        if (whenExpired != null) {
            assertThat(payment.expired(NOW).status()).isEqualTo(whenExpired);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AREQ", "AREQ ACOMP(OK) EXP"})
    void isNothingBeforeItIsActivated(String story) {
        assertThat(Transaction.of(Story.of(story).events())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-02T11:04:59.999Z, true",
        "2026-09-02T11:05:00Z, true",
        "2026-09-02T11:05:00.001Z, false",
    })
    void waitsForItsReceiptToTheVeryEnd(Instant now, boolean waits) {
        var closed = Story.endingAt(NOW, "ACT AREQ ACOMP(OK) CREQ CLOSED(OK)").transaction();

        assertThat(closed.mayExpire(now, Duration.ofSeconds(3900))).isEqualTo(!waits);
        assertThat(closed.receiptDueAt(Duration.ofSeconds(3900))).contains(Instant.parse("2026-09-02T11:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ACT AREQ ACOMP(OK) CREQ CLOSED(OK) EXP UREQ(OK) EXP           | EXPIRED
                    ACT AREQ ACOMP(OK) CREQ CLOSED(OK) EXP UREQ(OK) EXP UADD(OK)  | NOTIFIED_OK
                    ACT AREQ EXP ACOMP(OK)                                        | EXPIRED
                    ACT EXP AREQ                                                  | EXPIRED_NOT_AUTHORIZED
                    ACT AREQ ACOMP(OK) CREQ CERR EXP CSYN                         | CLOSED
                    """)
    void isTakenUpAgainByLateNewsAndByNothingElse(String story, TransactionStatus status) {
        assertThat(Story.of(story).transaction().status()).isEqualTo(status);
    }

    @Test
    void isTheSameInWhateverOrderItsEventsArrived() {
        var story = Story.of("ACT AREQ ACOMP(OK) CREQ CLOSED(OK) EXP UREQ(KO) UERR EXP RREQ");
        List<TransactionEvent> shuffled = new ArrayList<>(story.events());
        Collections.shuffle(shuffled, new Random(7));

        assertThat(Transaction.of(shuffled)).contains(story.transaction());
    }

    @Test
    void readsEventsOfOneInstantInTheOrderOfTheirArrival() {
        var now = Story.START;
        var first = Story.event("a".repeat(32), 1, "ACT", now, 2);
        var second = Story.event("a".repeat(32), 2, "AREQ", now.plusNanos(999), 2);

        assertThat(Transaction.of(List.of(second, first)).orElseThrow().status())
                .isEqualTo(TransactionStatus.AUTHORIZATION_REQUESTED);
    }

    @Test
    void expiresByAnEventThatRemembersWhereItStood() {
        var expired = Story.of("ACT AREQ").transaction().expired(NOW);

        assertThat(expired.status()).isEqualTo(TransactionStatus.EXPIRED);
        assertThat(expired.newest().number()).isEqualTo(3);
        assertThat(expired.newest().createdAt()).isEqualTo(NOW);
        assertThat(expired.newest().data().text("/statusBeforeExpiration")).contains("AUTHORIZATION_REQUESTED");
    }

    @Test
    void expiresWhoeversClockIsFast() {
        var payment = Story.endingAt(NOW.plusSeconds(5), "ACT AREQ").transaction();

        assertThat(payment.expired(NOW).status()).isEqualTo(TransactionStatus.EXPIRED);
    }
}
