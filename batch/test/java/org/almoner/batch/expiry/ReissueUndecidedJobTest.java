package org.almoner.batch.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An expired payment that nobody has decided on gets its expiry message again (NEW-12). */
@AlmonerTest
@Stopped({"reissue-undecided", ReissueUndecidedJobTest.QUEUE})
class ReissueUndecidedJobTest {

    static final String QUEUE = "transactions-expired";
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofHours(3));

    @Autowired
    @Qualifier("reissueUndecided")
    Job job;

    @Autowired
    JobLauncher launcher;

    @Autowired
    CamelContext camel;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    private KeptStories payments;

    /** So that what it sends stays where it can be seen. */
    @BeforeEach
    void setUp() {
        payments = new KeptStories(sql);
    }

    @Test
    void sendsTheMessagesOfTheLongestOverdueFirstAndOnceAPeriod() {
        var first = undecided("ACT AREQ(REDIRECT) EXP", Duration.ofMinutes(-2));
        var second = undecided("ACT AREQ(REDIRECT) EXP", Duration.ofMinutes(-1));

        run();
        run();

        await().untilAsserted(() -> assertThat(sent()).hasSize(2));
        assertThat(sent().get(0)).contains(first).contains("\"eventCode\":\"TRANSACTION_EXPIRED_EVENT\"");
        assertThat(sent().get(1)).contains(second);
        assertThat(sql.sql("select count(*) from transaction_view where decide_by > now() + interval '25 minutes'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void leavesAloneWhatIsDecidedOrHasTimeLeft() {
        payments.keep("ACT AREQ(REDIRECT) EXP", LONG_AGO);
        payments.keep("ACT AREQ(REDIRECT) EXP RREQ", LONG_AGO);
        payments.keep("ACT AREQ(REDIRECT)", LONG_AGO);
        undecided("ACT AREQ(REDIRECT) EXP", Duration.ofMinutes(1));

        run();

        assertThat(sql.sql("select count(*) from outbox").query(Integer.class).single())
                .isZero();
        assertThat(sent()).isEmpty();
    }

    @Test
    void isHeldUpByNothingThatCannotBeRead() {
        var unreadable = undecided("ACT AREQ(REDIRECT) EXP", Duration.ofMinutes(-2));
        var good = undecided("ACT AREQ(REDIRECT) EXP", Duration.ofMinutes(-1));
        sql.sql("update transaction_event set event_code = 'LOST' where transaction_id = ? and number = 2")
                .param(unreadable)
                .update();

        run();

        await().untilAsserted(
                        () -> assertThat(sent()).singleElement().asString().contains(good));
    }

    @Test
    void leadsToOneRefundHoweverOftenItRuns() throws Exception {
        var id = undecided("ACT AREQ(REDIRECT) EXP", Duration.ofMinutes(-1));

        run();
        sql.sql("update transaction_view set decide_by = now() - interval '1 minute'")
                .update();
        run();
        await().untilAsserted(() -> assertThat(sent()).hasSize(2));
        camel.getRouteController().startRoute(QUEUE);

        await().untilAsserted(() -> assertThat(payments.status(id)).isEqualTo("REFUND_REQUESTED"));
        await().untilAsserted(() -> assertThat(handled()).isEqualTo(2));
        await().untilAsserted(() ->
                assertThat(redis.opsForList().size("refund-requests")).isOne());
    }

    private String undecided(String story, Duration decideBy) {
        String id = payments.keep(story, LONG_AGO);
        sql.sql("update transaction_view set decide_by = now() + ?::interval where transaction_id = ?")
                .param(decideBy.toString())
                .param(id)
                .update();
        return id;
    }

    private void run() {
        try {
            var parameters = new JobParametersBuilder()
                    .addString("run", UUID.randomUUID().toString())
                    .toJobParameters();
            assertThat(launcher.run(job, parameters).getExitStatus()).isEqualTo(ExitStatus.COMPLETED);
        } catch (JobExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> sent() {
        return Objects.requireNonNull(redis.opsForList().range(QUEUE, 0, -1));
    }

    private int handled() {
        return sql.sql("select coalesce(sum(handled), 0) from claim_receipt where queue = ?")
                .param(QUEUE)
                .query(Integer.class)
                .single();
    }
}
