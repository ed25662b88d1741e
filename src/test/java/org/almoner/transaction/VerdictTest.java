package org.almoner.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.almoner.transaction.Order.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the money of an expired payment. */
class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-09-02T10:00:00Z");

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EXP-1  | ACT                                                       |            | NOTHING
                    EXP-2  | ACT EXP                                                   |            | NOTHING
                    EXP-2  | ACT UCANC EXP                                             |            | NOTHING
                    EXP-2  | ACT AREQ EXP RREQ                                         |            | NOTHING
                    EXP-2  | ACT AREQ EXP RREQ RERR                                    |            | NOTHING
                    EXP-3  | ACT UCANC                                                 |            | NOTHING
                    EXP-3  | ACT UCANC CERR                                            |            | NOTHING
                    EXP-5  | ACT AREQ(NPG)                                             |            | ASK_GATEWAY
                    EXP-5  | ACT AREQ(NPG)                                             | AUTHORIZED | REFUND
                    EXP-6  | ACT AREQ(NPG)                                             | DECLINED   | NOTHING
                    EXP-7  | ACT AREQ(NPG)                                             | UNUSABLE   | MANUAL_CHECK
                    EXP-8  | ACT AREQ(NPG)                                             | UNKNOWN    | REFUND
                    §10.2  | ACT AREQ(REDIRECT)                                        |            | REFUND
                    §10.2  | ACT AREQ(VPOS)                                            |            | UNREFUNDABLE
                    §10.2  | ACT AREQ(XPAY)                                            |            | UNREFUNDABLE
                    EXP-10 | ACT AREQ ACOMP(OK)                                        |            | MANUAL_CHECK
                    EXP-10 | ACT AREQ ACOMP(OK) CREQ                                   |            | MANUAL_CHECK
                    EXP-10 | ACT AREQ ACOMP(OK) CREQ CERR                              |            | MANUAL_CHECK
                    EXP-11 | ACT AREQ ACOMP(KO)                                        |            | NOTHING
                    EXP-11 | ACT AREQ ACOMP(KO) CREQ                                   |            | NOTHING
                    EXP-11 | ACT AREQ ACOMP(KO) CREQ CERR                              |            | NOTHING
                    W11    | ACT AREQ ACOMP(OK) CREQ CLOSED(OK)                        |            | RECEIPT_MISSING
                    EXP-14 | ACT AREQ ACOMP(OK) CREQ CLOSED(KO)                        |            | REFUND
                    §10.3  | ACT AREQ(VPOS) ACOMP(OK) CREQ CLOSED(KO)                  |            | UNREFUNDABLE
                    §10.3  | ACT AREQ ACOMP(OK) CREQ CSYN                              |            | NOTHING
                    §1.4   | ACT AREQ ACOMP(OK) CREQ CLOSED(KO) CLOSED(OK)             |            | RECEIPT_MISSING
                    EXP-15 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK)               |            | NOTHING
                    EXP-15 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK) UERR          |            | NOTHING
                    EXP-16 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(KO)               |            | REFUND
                    EXP-16 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(KO) UERR          |            | REFUND
                    EXP-16 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(KO) UADD(KO)      |            | REFUND
                    EXP-16 | ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK) UADD(KO)      |            | REFUND
                    """)
    void isWhatTheTableSays(String row, String story, State order, Verdict verdict) {
        var payment = Story.endingAt(NOW.minus(Duration.ofHours(2)), story).transaction();
        var expired = payment.status().isOpen() ? payment.expired(NOW) : payment;

        assertThat(Verdict.on(expired, order == null ? null : Order.of(order), NOW))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"599, TOO_EARLY", "600, ASK_GATEWAY"})
    void leavesAnAuthorizationTenMinutes(int seconds, Verdict verdict) {
        var expired = Story.endingAt(NOW.minusSeconds(seconds), "ACT AREQ(NPG)")
                .transaction()
                .expired(NOW);

        assertThat(Verdict.on(expired, null, NOW)).isEqualTo(verdict);
    }

    @Test
    void waitsForTheRestOfThemAndTenSeconds() {
        var expired = Story.endingAt(NOW.minusSeconds(240), "ACT AREQ(NPG)")
                .transaction()
                .expired(NOW);

        assertThat(Verdict.wait(expired, NOW)).isEqualTo(Duration.ofSeconds(370));
    }

    @Test
    void neverAsksTwiceForARefund() {
        var revived = Story.of("ACT AREQ ACOMP(OK) CREQ CLOSED(OK) EXP UREQ(KO) RREQ EXP")
                .transaction();

        assertThat(revived.status()).isEqualTo(TransactionStatus.EXPIRED);
        assertThat(Verdict.on(revived, null, NOW)).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void quotesTheAuthorizationInTheRefund() {
        var refund =
                Story.of("ACT AREQ ACOMP(OK) CREQ CLOSED(KO) EXP").transaction().refundRequested(NOW, null);

        assertThat(refund.status()).isEqualTo(TransactionStatus.REFUND_REQUESTED);
        assertThat(refund.newest().data().json())
                .isEqualTo(
                        """
                        {"statusBeforeRefunded":"EXPIRED","gatewayAuthData":{"operationResult":"EXECUTED","operationId":"operation1"}}""");
    }
}
