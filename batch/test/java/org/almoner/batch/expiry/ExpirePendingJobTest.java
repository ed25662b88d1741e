package org.almoner.batch.expiry;

import static org.almoner.batch.expiry.TestExpiry.IN_WINDOW;
import static org.almoner.batch.expiry.TestExpiry.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.ExitStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Payments that were left in the middle expire: each once, with one message, whatever is wrong with their neighbours. PUB-8 is
 * about a view that the batch is told not to write; ours is written with the events or not at all.
 */
@AlmonerTest
@Timeout(60)
class ExpirePendingJobTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient sql;

    private KeptStories payments;
    private TestExpiry expiry;

    @BeforeEach
    void setUp() {
        payments = new KeptStories(sql);
        expiry = TestExpiry.at(application, NOW);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "ACT, EXPIRED_NOT_AUTHORIZED",
        "ACT AREQ, EXPIRED",
        "ACT AREQ ACOMP(OK), EXPIRED",
        "ACT UCANC, CANCELLATION_EXPIRED",
        "ACT AREQ ACOMP(OK) CREQ, EXPIRED",
        "ACT AREQ ACOMP(OK) CREQ CERR, EXPIRED",
        "ACT UCANC CERR, CANCELLATION_EXPIRED",
        "ACT AREQ ACOMP(OK) CREQ CLOSED(KO), EXPIRED",
        "ACT AREQ ACOMP(OK) CREQ CLOSED(OK), EXPIRED", // its 65 minutes are over
        "ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(KO) UADD(KO), EXPIRED",
        "ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK) UERR(OK), EXPIRED",
        "ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK), EXPIRED"
    })
    void hasOpenPaymentsExpire(String story, String status) {
        var id = payments.keep(story, IN_WINDOW);

        expiry.run();

        assertThat(payments.status(id)).isEqualTo(status);
        assertThat(payments.expired()).containsExactly(id);
        assertThat(expiry.messages()).containsExactly(id);
    }

    @ParameterizedTest(name = "{0} stays")
    @CsvSource({
        "ACT EXP",
        "ACT UCANC CLOSED",
        "ACT AREQ ACOMP(KO) CREQ CFAIL",
        "ACT AREQ ACOMP(OK) CREQ CLOSED(OK) UREQ(OK) UADD(OK)",
        "ACT AREQ EXP",
        "ACT AREQ EXP RREQ",
        "ACT AREQ EXP RREQ RERR",
        "ACT AREQ EXP RREQ RDONE",
        "ACT UCANC EXP"
    })
    void leavesOthersAlone(String story) {
        var id = payments.keep(story, IN_WINDOW);
        var before = payments.status(id);

        expiry.run();

        assertThat(payments.status(id)).isEqualTo(before);
        assertThat(expiry.messages()).isEmpty();
    }

    /** WIN-11; what is older is caught up with. */
    @ParameterizedTest(name = "created {0} ms after the end of the window: {1}")
    @CsvSource({"0, true", "1, false", "-7200000, true", "-7200001, true"})
    void countsTheBoundsIn(long millis, boolean expires) {
        var id = payments.keep("ACT", NOW.minus(HOUR).plusMillis(millis));

        expiry.run();

        assertThat(payments.expired().contains(id)).isEqualTo(expires);
    }

    @Test
    void decidesFirstWhereMoneyMayHaveToGoBack() {
        var activated = payments.keep("ACT", IN_WINDOW);
        var cancelled = payments.keep("ACT UCANC", IN_WINDOW.plusSeconds(10));
        var authorized = payments.keep("ACT AREQ", IN_WINDOW.plusSeconds(20));

        expiry.run();

        assertThat(expiry.messages()).containsExactly(authorized, cancelled, activated);
    }

    /** SPR-11, PAG-1. */
    @Test
    void doesNothingWhenThereIsNothing() {
        assertThat(expiry.run().getExitStatus()).isEqualTo(ExitStatus.COMPLETED);

        assertThat(expiry.messages()).isEmpty();
        assertThat(expiry.lastRun()).containsEntry("found", 0L).containsEntry("remaining", 0L);
    }

    /** The wire format of the expiry event, its keys in their order. */
    @Test
    void saysWhatConsumersRead() {
        var id = payments.keep("ACT AREQ", IN_WINDOW);

        expiry.run();

        var event = sql.sql("select id::text from transaction_event where event_code = 'TRANSACTION_EXPIRED_EVENT'")
                .query(String.class)
                .single();
        assertThat(sql.sql("select convert_from(body, 'UTF8') from outbox")
                        .query(String.class)
                        .single())
                .startsWith(
                        """
                        {"event":{"_class":"it.pagopa.ecommerce.commons.documents.v2.TransactionExpiredEvent","id":"%s",\
                        "transactionId":"%s","creationDate":"2096-02-29T10:00Z[Etc/UTC]",\
                        "data":{"statusBeforeExpiration":"AUTHORIZATION_REQUESTED"},"eventCode":"TRANSACTION_EXPIRED_EVENT"},\
                        "tracingInfo":{"traceparent":"00-"""
                                .formatted(event, id));
    }

    /** NEW-2, W5: a run does not look where its own writes move. */
    @Test
    void expiresEachOnceThoughTheViewSaysItIsOpen() {
        var ids = payments.keep(10, "ACT", IN_WINDOW);

        expiry.run();
        sql.sql("update transaction_view set status = 'ACTIVATED'").update();
        expiry.later(HOUR).run();

        assertThat(payments.expired()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(expiry.messages()).hasSize(10);
    }

    /** After which it may be expired a second time. */
    @Test
    void expiresAgainWhatCameBackToLife() {
        var id = payments.keep("ACT AREQ ACOMP(OK) CREQ CLOSED(OK) EXP UREQ(OK)", IN_WINDOW.minus(Duration.ofDays(3)));

        expiry.run();

        assertThat(payments.status(id)).isEqualTo("EXPIRED");
        assertThat(expiry.messages()).containsExactly(id);
    }

    @Test
    void leavesARecord() {
        payments.keep(3, "ACT", IN_WINDOW);

        expiry.run();

        assertThat(sql.sql(
                                """
                                select concat_ws(' ', extract(epoch from created_until - created_from), lag, remaining, found,
                                    expired, ended_at is not null, duration)
                                from expiry_run
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("7200.000000 00:00:00 0 3 3 t 00:00:00");
    }

    /** W9: not even a process whose clock is late runs it again. */
    @Test
    void runsATickOnce() {
        expiry.run(NOW);
        payments.keep("ACT", IN_WINDOW);

        assertThat(expiry.later(Duration.ofSeconds(2)).run(NOW).getExitStatus()).isEqualTo(ExitStatus.NOOP);

        assertThat(payments.expired()).isEmpty();
    }
}
