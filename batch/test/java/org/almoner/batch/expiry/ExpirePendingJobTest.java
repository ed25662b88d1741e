package org.almoner.batch.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
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

    /** Far from now, where the real caretaker finds nothing and the relay pushes nothing. */
    private static final Instant NOW = Instant.parse("2096-02-29T10:00:00Z");

    private static final Instant IN_WINDOW = NOW.minus(Duration.ofMinutes(90));
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
        assertThat(messages()).containsExactly(id);
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
        assertThat(messages()).isEmpty();
    }

    /** WIN-11; what is older is caught up with. */
    @ParameterizedTest(name = "created {0} ms after the end of the window: {1}")
    @CsvSource({"0, true", "1, false", "-7200000, true", "-7200001, true"})
    void countsTheBoundsIn(long millis, boolean expires) {
        var id = payments.keep("ACT", NOW.minus(HOUR).plusMillis(millis));

        expiry.run();

        assertThat(payments.expired().contains(id)).isEqualTo(expires);
    }

    /** SPR-1, PUB-1. */
    @Test
    void spreadsTheMessagesOverTheInterval() {
        var ids = payments.keep(5, "ACT", IN_WINDOW);

        expiry.run();

        assertThat(dueAfter()).containsExactly(720_000L, 1_440_000L, 2_160_000L, 2_880_000L, 3_600_000L);
        assertThat(messages()).containsExactlyElementsOf(ids);
    }

    /** The batch of thirty of §9.1: five of each kind, two minutes between any two messages. */
    @Test
    void hasThirtyExpireTwoMinutesApart() {
        List.of(
                        "ACT",
                        "ACT AREQ",
                        "ACT UCANC",
                        "ACT UCANC CERR",
                        "ACT AREQ ACOMP(OK) CREQ CERR",
                        "ACT AREQ ACOMP(OK) CREQ")
                .forEach(story -> payments.keep(5, story, IN_WINDOW));

        expiry.with(TestExpiry.settings(30, Duration.ZERO)).run();

        assertThat(dueAfter())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 30).mapToObj(n -> n * 120_000).toList());
        assertThat(statuses())
                .containsOnly(
                        entry("EXPIRED", 15L), entry("CANCELLATION_EXPIRED", 10L), entry("EXPIRED_NOT_AUTHORIZED", 5L));
    }

    /** NEW-14: a single message need not wait for an interval. */
    @Test
    void sendsItsMessagesAtOnceWhereNoSpreadIsWanted() {
        payments.keep("ACT", IN_WINDOW);
        var atOnce =
                new ExpirySettings("0 0 * * * *", 2, null, null, Duration.ZERO, HOUR, 5, Duration.ZERO, "expired-here");

        expiry.with(atOnce).run();

        assertThat(dueAfter()).containsExactly(0L);
    }

    /** SPR-5: three wait, and their slots stay empty. */
    @Test
    void keepsToTheSlotsOfAllThatWereFound() {
        payments.keep(3, "ACT AREQ ACOMP(OK) CREQ CLOSED(OK)", NOW.minus(Duration.ofMinutes(62)));
        payments.keep(5, "ACT AREQ", NOW.minus(Duration.ofMinutes(61)));

        expiry.with(TestExpiry.settings(8, Duration.ZERO)).run();

        assertThat(dueAfter()).containsExactly(450_000L, 900_000L, 1_350_000L, 1_800_000L, 2_250_000L);
        assertThat(record())
                .containsEntry("found", 8L)
                .containsEntry("expired", 5L)
                .containsEntry("waiting", 3L);
    }

    /** SPR-7: from page to page. */
    @Test
    void countsOnFromPageToPage() {
        payments.keep(3, "ACT", IN_WINDOW);

        expiry.with(new ExpirySettings(
                        "0 0 * * * *", 2, null, null, Duration.ofSeconds(10), HOUR, 1, Duration.ZERO, "expired-here"))
                .run();

        assertThat(dueAfter()).containsExactly(3_333L, 6_666L, 9_999L);
    }

    @Test
    void decidesFirstWhereMoneyMayHaveToGoBack() {
        var activated = payments.keep("ACT", IN_WINDOW);
        var cancelled = payments.keep("ACT UCANC", IN_WINDOW.plusSeconds(10));
        var authorized = payments.keep("ACT AREQ", IN_WINDOW.plusSeconds(20));

        expiry.run();

        assertThat(messages()).containsExactly(authorized, cancelled, activated);
    }

    /** SPR-11, PAG-1. */
    @Test
    void doesNothingWhenThereIsNothing() {
        assertThat(expiry.run().getExitStatus()).isEqualTo(ExitStatus.COMPLETED);

        assertThat(messages()).isEmpty();
        assertThat(record()).containsEntry("found", 0L).containsEntry("remaining", 0L);
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

    /** W4. */
    @Test
    void letsNobodyStarveBehindThoseThatWait() {
        payments.keep(12, "ACT AREQ ACOMP(OK) CREQ CLOSED(OK)", NOW.minus(Duration.ofMinutes(64)));
        var others = payments.keep(12, "ACT", NOW.minus(Duration.ofMinutes(61)));

        expiry.run();

        assertThat(payments.expired()).containsExactlyInAnyOrderElementsOf(others);
    }

    /** NEW-2, W5: a run does not look where its own writes move. */
    @Test
    void expiresEachOnceThoughTheViewSaysItIsOpen() {
        var ids = payments.keep(10, "ACT", IN_WINDOW);

        expiry.run();
        sql.sql("update transaction_view set status = 'ACTIVATED'").update();
        expiry.later(HOUR).run();

        assertThat(payments.expired()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(messages()).hasSize(10);
    }

    /** After which it may be expired a second time. */
    @Test
    void expiresAgainWhatCameBackToLife() {
        var id = payments.keep("ACT AREQ ACOMP(OK) CREQ CLOSED(OK) EXP UREQ(OK)", IN_WINDOW.minus(Duration.ofDays(3)));

        expiry.run();

        assertThat(payments.status(id)).isEqualTo("EXPIRED");
        assertThat(messages()).containsExactly(id);
    }

    /** W7. */
    @Test
    void setsAsideWhatItCannotRead() {
        var ids = payments.keep(7, "ACT", IN_WINDOW);
        sql.sql("update transaction_event set event_code = 'NO_SUCH_EVENT' where transaction_id = ?")
                .param(ids.get(2))
                .update();

        expiry.run();

        assertThat(payments.expired()).hasSize(6).doesNotContain(ids.get(2));
        assertThat(setAside()).containsExactly(ids.get(2) + " eventCode is none that is known 1");
        assertThat(record())
                .containsEntry("set_aside", 1L)
                .containsEntry("expired", 6L)
                .containsEntry("remaining", 0L);
        expiry.later(HOUR).run();
        assertThat(setAside()).containsExactly(ids.get(2) + " eventCode is none that is known 2");
    }

    /** PUB-5: what the database refuses costs its neighbours nothing. */
    @Test
    void setsAsideWhatTheDatabaseRefuses() {
        var ids = payments.keep(6, "ACT", IN_WINDOW);
        sql.sql("alter table transaction_event add constraint no_more check (transaction_id <> '%s' or number < 2)"
                        .formatted(ids.get(3)))
                .update();
        try {
            assertThat(expiry.run().getExitStatus()).isEqualTo(ExitStatus.COMPLETED);
        } finally {
            sql.sql("alter table transaction_event drop constraint no_more").update();
        }

        assertThat(payments.expired()).hasSize(5).doesNotContain(ids.get(3));
        assertThat(messages()).hasSize(5);
        assertThat(setAside()).containsExactly(ids.get(3) + " DataIntegrityViolationException 1");
        assertThat(record())
                .containsEntry("failed", 1L)
                .containsEntry("expired", 5L)
                .containsEntry("remaining", 0L);
    }

    /** PUB-2, PUB-3: no event without its view and its message. */
    @Test
    void writesAllOrNothing() {
        payments.keep(3, "ACT", IN_WINDOW);
        sql.sql("alter table outbox rename to hidden").update();
        try {
            assertThat(expiry.run().getStatus()).isEqualTo(BatchStatus.FAILED);
        } finally {
            sql.sql("alter table hidden rename to outbox").update();
        }
        assertThat(payments.expired()).isEmpty();
        assertThat(messages()).isEmpty();

        expiry.run();

        assertThat(payments.expired()).hasSize(3);
        assertThat(messages()).hasSize(3);
    }

    /** W6: six hours down, and the oldest come first. */
    @Test
    void catchesUpOldestFirst() {
        expiry.run();
        var missed = IntStream.range(0, 6)
                .mapToObj(hour -> payments.keep("ACT", NOW.plus(HOUR.multipliedBy(hour))))
                .toList();

        expiry.later(HOUR.multipliedBy(7)).run();

        assertThat(messages()).containsExactlyElementsOf(missed);
    }

    /** A run that is cut by its deadline goes on where it ended, in the next one. */
    @Test
    void comesBackToWhatItsTimeWasTooShortFor() {
        payments.keep(12, "ACT", IN_WINDOW.minus(HOUR.multipliedBy(20)));
        expiry.plan(NOW); // and then its process was down for longer than half an interval

        assertThat(expiry.later(Duration.ofMinutes(31)).run(NOW).getExitStatus())
                .isEqualTo(ExitStatus.COMPLETED);

        assertThat(record())
                .containsEntry("found", 12L)
                .containsEntry("expired", 0L)
                .containsEntry("remaining", 12L);
        expiry.later(HOUR).run();
        assertThat(record())
                .containsEntry("found", 12L)
                .containsEntry("expired", 12L)
                .containsEntry("remaining", 0L);
    }

    /** And so the look-back may be short. */
    @Test
    void passesNothingThatStillWaits() {
        var id = payments.keep("ACT AREQ ACOMP(OK) CREQ CLOSED(OK)", NOW.minus(Duration.ofMinutes(61)));
        var noLookBack =
                new ExpirySettings("0 0 * * * *", 1, null, Duration.ZERO, null, HOUR, 5, Duration.ZERO, "expired-here");

        expiry.with(noLookBack).run();
        assertThat(record()).containsEntry("waiting", 1L);
        expiry.with(noLookBack).later(HOUR).run();

        assertThat(payments.expired()).containsExactly(id);
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

    private List<String> messages() {
        return sql.sql(
                        """
                        select convert_from(body, 'UTF8')::jsonb -> 'event' ->> 'transactionId' from outbox
                        where queue = 'expired-here' order by due_at, id
                        """)
                .query(String.class)
                .list();
    }

    private Map<String, Long> statuses() {
        return sql
                .sql("select status, count(*) from transaction_view group by status")
                .query((row, n) -> entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Long> dueAfter() {
        return sql.sql(
                        "select (extract(epoch from due_at - ?::timestamptz) * 1000)::bigint from outbox order by due_at, id")
                .param(NOW.toString())
                .query(Long.class)
                .list();
    }

    private List<String> setAside() {
        return sql.sql("select concat_ws(' ', transaction_id, reason, tries) from expiry_set_aside")
                .query(String.class)
                .list();
    }

    private Map<String, Object> record() {
        return sql.sql("select * from expiry_run order by started_at desc limit 1")
                .query()
                .singleRow();
    }
}
