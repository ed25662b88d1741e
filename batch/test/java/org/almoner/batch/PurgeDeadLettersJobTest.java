package org.almoner.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.almoner.testing.AlmonerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dead letters lose what they say of people, and keep what they say of themselves. */
@AlmonerTest
class PurgeDeadLettersJobTest {

    private static final String BAD = "{\"gateway\":\"adyen\",\"email\":\"ada@example.org\"}";

    @Autowired
    @Qualifier("purgeDeadLetters")
    Job purge;

    @Autowired
    @Qualifier("requeueDeadLetters")
    Job requeue;

    @Autowired
    JobLauncher launcher;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Test
    void takesTheContentOfAnOldLetterAndLeavesItsShell() {
        add("ada@example.org", "30 days 1 minute", "kept", null);
        var before = letter();

        run(purge);

        var after = letter();
        assertThat(after.get("body")).isEqualTo(new byte[0]);
        assertThat(after.get("trace")).isEqualTo("");
        assertThat(after.get("purged_at")).isNotNull();
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("body", "trace", "purged_at")
                .isEqualTo(before);
    }

    @Test
    void sparesWhatIsYoungAndWhatWillBeTriedAgain() {
        add("young", "29 days 23:59", "kept", null);
        add("will be tried again", "40 days", "kept", "1 day");

        run(purge);

        assertThat(count("purged_at is not null")).isZero();
    }

    @Test
    void purgesHandledLettersAndThoseOnTheirWayAsWell() {
        add("handled", "31 days", "handled", null);
        add("requeued", "31 days", "requeued", null);

        run(purge);

        assertThat(count("body = ''")).isEqualTo(2);
    }

    @Test
    void sendsNothingBackThatHasNoContent() {
        add("old", "31 days", "kept", null);
        add("young", "1 day", "kept", null);
        run(purge);

        redis.convertAndSend("almoner:requeue", "gifts");
        await().untilAsserted(() -> assertThat(count("retry_at is not null")).isOne());
        run(requeue);

        await().untilAsserted(() ->
                assertThat(redis.opsForList().range("gifts", 0, -1)).containsExactly("young"));
        assertThat(count("purged_at is not null and state = 'kept'")).isOne();
    }

    @Test
    void keepsTheContentAnewWhenTheSameMessageFailsAgain() {
        redis.opsForList().rightPush("pending", BAD);
        await().untilAsserted(() -> assertThat(count("attempts = 1")).isOne());
        sql.sql("update dead_letter set failed_at = failed_at - interval '31 days'")
                .update();
        run(purge);

        redis.opsForList().rightPush("pending", BAD);

        await().untilAsserted(() -> assertThat(count("attempts = 2")).isOne());
        assertThat(letter()).containsEntry("purged_at", null);
        assertThat(new String((byte[]) letter().get("body"), UTF_8)).isEqualTo(BAD);
    }

    @Test
    void takesTheDataOfAnOldArchivedMessageAndLeavesWhatIsKnownOfItsPayment() {
        archive("30 days 1 minute");
        archive("29 days 23:59");

        run(purge);

        assertThat(sql.sql(
                                """
                                select length(data) || ' ' || (purged_at is not null) || ' ' || reason || ' ' || transaction_info
                                from dead_letter_event order by inserted_at
                                """)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "0 true PROCESSING_ERROR {\"pspId\": \"7\"}", "3 false PROCESSING_ERROR {\"pspId\": \"7\"}");
    }

    private void archive(String age) {
        sql.sql(
                        """
                        insert into dead_letter_event (id, queue_name, inserted_at, data, reason, transaction_info)
                        values (gen_random_uuid(), 'gifts', now() - ?::interval, 'ada', 'PROCESSING_ERROR', '{"pspId":"7"}')
                        """)
                .param(age)
                .update();
    }

    private void run(Job job) {
        new TestRun(launcher, job).completes();
    }

    private void add(String body, String age, String state, @Nullable String retryIn) {
        sql.sql(
                        """
                        insert into dead_letter (queue, body, body_sha256, gateway, order_id, gateway_txn_id, kind, error,
                            first_error, trace, attempts, state, first_failed_at, failed_at, retry_at)
                        select 'gifts', m, sha256(m), 'adyen', '7.1', 'T7', 'invalid', 'is wrong', 'was wrong', 'at …', 3, ?,
                            now() - interval '1 year', now() - ?::interval, now() + ?::interval
                        from convert_to(?, 'UTF8') as m
                        """)
                .param(state)
                .param(age)
                .param(retryIn)
                .param(body)
                .update();
    }

    private Map<String, Object> letter() {
        return sql.sql("select * from dead_letter").query().singleRow();
    }

    private int count(String condition) {
        return sql.sql("select count(*) from dead_letter where " + condition)
                .query(Integer.class)
                .single();
    }
}
