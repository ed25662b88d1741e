package org.almoner.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dead letters go back to their queues when their time has come, once each. */
@AlmonerTest
@Stopped(RequeueDeadLettersJobTest.SCHEDULE) // its own time would come in the middle of a test
class RequeueDeadLettersJobTest {

    static final String SCHEDULE = "requeue-dead-letters";

    @Autowired
    @Qualifier("requeueDeadLetters")
    Job job;

    @Autowired
    JobLauncher launcher;

    @Autowired
    JobRepository runs;

    @Autowired
    CamelContext camel;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    RedisConnectionFactory connections;

    @Autowired
    JdbcClient sql;

    private List<String> oldestFirst = List.of();

    @Test
    void requeuesTheOldestFirstAndFiveHundredARun() {
        addDue(620);

        run();
        await().untilAsserted(() -> assertThat(queue()).hasSize(500));

        assertThat(queue()).containsExactlyElementsOf(oldestFirst.subList(0, 500));
        assertThat(inState("requeued")).isEqualTo(500);
        assertThat(inState("kept")).isEqualTo(120);
    }

    @Test
    void requeuesTheRestInTheNextRun() {
        addDue(620);

        run();
        run();

        await().untilAsserted(() -> assertThat(queue()).hasSize(620));
        assertThat(queue()).containsExactlyElementsOf(oldestFirst);
    }

    @Test
    void requeuesWhatIsDueAndNothingElse() {
        add("due", "-1 s", "kept");
        add("later", "1 min", "kept");
        add("never", null, "kept");
        add("handled", null, "handled");
        add("on its way", null, "requeued");

        run();

        await().untilAsserted(() -> assertThat(queue()).containsExactly("due"));
        assertThat(sql.sql("select retry_at from dead_letter where state = 'requeued' and retry_at is not null")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void requeuesByteForByte() {
        byte[] body = {(byte) 0xff, 0, '{', '\n', ' '};
        add(body, "0 s", "kept");

        run();

        await().untilAsserted(() -> {
            try (var connection = connections.getConnection()) {
                assertThat(connection.listCommands().lRange("gifts".getBytes(UTF_8), 0, -1))
                        .containsExactly(body);
            }
        });
    }

    @Test
    void requeuesNothingTwiceWhenTwoRunAtOnce() {
        addDue(400);

        CompletableFuture.allOf(IntStream.range(0, 2)
                        .mapToObj(number -> CompletableFuture.runAsync(this::run))
                        .toArray(CompletableFuture[]::new))
                .join();

        await().untilAsserted(() -> assertThat(outbox()).isZero());
        assertThat(queue()).containsExactlyInAnyOrderElementsOf(oldestFirst);
    }

    @Test
    void isNotHeldUpByARunThatWasKilled() throws Exception {
        runs.createJobExecution(job.getName(), newRun()); // and nobody ends it
        addDue(1);

        run();

        await().untilAsserted(() -> assertThat(queue()).hasSize(1));
    }

    @Test
    void leadsToAHandledLetter() {
        String message = "{\"gateway\":\"adyen\",\"order_id\":\"7.1\",\"date\":1788350400}";
        sql.sql(
                        """
                        insert into dead_letter (queue, body, body_sha256, kind, error, first_error, trace, attempts, state,
                            first_failed_at, failed_at, retry_at)
                        select 'pending', m, sha256(m), 'not_yet', 'e', 'e', '', 1, 'kept', now(), now(), now()
                        from convert_to(?, 'UTF8') as m
                        """)
                .param(message)
                .update();

        run();

        await().untilAsserted(() -> assertThat(inState("handled")).isOne());
        assertThat(sql.sql("select message from pending_payment")
                        .query(String.class)
                        .list())
                .containsExactly(message);
    }

    @Test
    void isStartedEveryMinuteByItsSchedule() throws Exception {
        camel.getRouteController().startRoute(SCHEDULE);
        var route = Objects.requireNonNull(camel.getRoute(SCHEDULE));
        add("due", "0 s", "kept");

        route.getConsumer().getProcessor().process(route.getEndpoint().createExchange());

        assertThat(((QuartzEndpoint) route.getEndpoint()).getCron()).isEqualTo("0 * * * * ?");
        await().untilAsserted(() -> assertThat(queue()).containsExactly("due"));
    }

    @Test
    void requeuesAllLettersOfAQueueWhenAnOperatorSaysSo() {
        add("gift", null, "kept");
        add("gift that went", null, "handled");

        redis.convertAndSend("almoner:requeue", "others");
        redis.convertAndSend("almoner:requeue", "gifts");
        await().untilAsserted(() -> assertThat(due()).isOne());
        run();

        await().untilAsserted(() -> assertThat(queue()).containsExactly("gift"));
    }

    private void run() {
        try {
            assertThat(launcher.run(job, newRun()).getExitStatus())
                    .isIn(ExitStatus.COMPLETED, ExitStatus.NOOP); // nothing to do while another run is at work
        } catch (JobExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static JobParameters newRun() {
        return new JobParametersBuilder()
                .addString("run", UUID.randomUUID().toString())
                .toJobParameters();
    }

    /** In one statement, and against the order of their ids: the last one added has been due for longest. */
    private void addDue(int count) {
        sql.sql(
                        """
                        insert into dead_letter (queue, body, body_sha256, kind, error, first_error, trace, attempts, state,
                            first_failed_at, failed_at, retry_at)
                        select 'gifts', m, sha256(m), 'not_yet', 'e', 'e', '', 1, 'kept', now(), now(), now() - n / 3 * interval '1 s'
                        from generate_series(1, ?) as n, convert_to(lpad(n::text, 4, '0'), 'UTF8') as m
                        """)
                .param(count)
                .update();
        oldestFirst = sql.sql("select convert_from(body, 'UTF8') from dead_letter order by retry_at, id")
                .query(String.class)
                .list();
    }

    private void add(String body, @Nullable String due, String state) {
        add(body.getBytes(UTF_8), due, state);
    }

    private void add(byte[] body, @Nullable String due, String state) {
        sql.sql(
                        """
                        insert into dead_letter (queue, body, body_sha256, kind, error, first_error, trace, attempts, state,
                            first_failed_at, failed_at, retry_at)
                        select 'gifts', m, sha256(m), 'not_yet', 'e', 'e', '', 1, ?, now(), now(), now() + ?::interval
                        from (select ?::bytea as m) as letter
                        """)
                .param(state)
                .param(due)
                .param(body)
                .update();
    }

    private List<String> queue() {
        return Objects.requireNonNull(redis.opsForList().range("gifts", 0, -1));
    }

    private long inState(String state) {
        return sql.sql("select count(*) from dead_letter where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    private long due() {
        return sql.sql("select count(*) from dead_letter where retry_at <= now()")
                .query(Long.class)
                .single();
    }

    private long outbox() {
        return sql.sql("select count(*) from outbox").query(Long.class).single();
    }
}
