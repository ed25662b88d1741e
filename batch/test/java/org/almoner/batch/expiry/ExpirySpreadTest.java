package org.almoner.batch.expiry;

import static org.almoner.batch.expiry.TestExpiry.IN_WINDOW;
import static org.almoner.batch.expiry.TestExpiry.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the messages of a run are due. */
@AlmonerTest
@Timeout(60)
class ExpirySpreadTest {

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

    /** SPR-1, PUB-1. */
    @Test
    void spreadsTheMessagesOverTheInterval() {
        var ids = payments.keep(5, "ACT", IN_WINDOW);

        expiry.run();

        assertThat(dueAfter()).containsExactly(720_000L, 1_440_000L, 2_160_000L, 2_880_000L, 3_600_000L);
        assertThat(expiry.messages()).containsExactlyElementsOf(ids);
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
        assertThat(expiry.lastRun())
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
}
