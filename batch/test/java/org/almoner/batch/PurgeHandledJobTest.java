package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What makes a message or a claim known as handled goes by age, unless it may still be needed. */
@AlmonerTest
class PurgeHandledJobTest {

    private static final String CLAIMS_OF_GIFTS = "almoner:{gifts}:claims";

    @Autowired
    @Qualifier("purgeHandled")
    Job job;

    @Autowired
    JobLauncher launcher;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void forgetClaims() {
        redis.delete(CLAIMS_OF_GIFTS);
    }

    @Test
    void forgetsKeysAfterThirtyDays() {
        sql.sql(
                        """
                        insert into handled_message
                        select 'old ' || n, now() - interval '30 days 1 minute' from generate_series(1, 2500) as n
                        union all select 'young', now() - interval '29 days 23:59'
                        """)
                .update();

        run();

        assertThat(texts("select message_key from handled_message")).containsExactly("young");
    }

    @Test
    void forgetsAnsweredCallsAfterHalfAYear() {
        call("old", "interval '181 days'");
        call("young", "interval '179 days'");
        call("unanswered", "null");

        run();

        assertThat(texts("select key from gateway_call order by key")).containsExactly("unanswered", "young");
    }

    @Test
    void forgetsReceiptsAfterThirtyDays() {
        receipt("old", "gifts", "30 days 1 minute");
        receipt("old, of another queue", "jobs", "30 days 1 minute");
        receipt("young", "gifts", "29 days 23:59");

        run();

        assertThat(receipts()).containsExactly("young");
    }

    /** Its worker died between commit and drop, and nobody worked the queue since. */
    @Test
    void keepsTheReceiptOfAClaimThatIsStillInRedis() {
        receipt("dropped", "gifts", "1 year");
        receipt("not dropped", "gifts", "1 year");
        redis.opsForHash().put(CLAIMS_OF_GIFTS, "not dropped", "{}");

        run();

        assertThat(receipts()).containsExactly("not dropped");
    }

    private void run() {
        new TestRun(launcher, job).completes();
    }

    private void call(String key, String answered) {
        sql.sql(
                        """
                        insert into gateway_call (key, gateway, ask, purpose, context, intended_at, due_at, answered_at, outcome)
                        select :key, 'none', 'STATUS', 'nobody', '{}', now() - interval '1 year',
                            case when ago is null then now() + interval '1 year' end, now() - ago,
                            case when ago is not null then 'DONE' end
                        from (select %s as ago) as answered
                        """
                                .formatted(answered.equals("null") ? "null::interval" : answered))
                .param("key", key)
                .update();
    }

    private void receipt(String claim, String queue, String age) {
        sql.sql("insert into claim_receipt values (?, ?, 1, 0, 0, now() - ?::interval)")
                .param(claim)
                .param(queue)
                .param(age)
                .update();
    }

    private List<String> receipts() {
        return texts("select claim_id from claim_receipt order by claim_id");
    }

    private List<String> texts(String query) {
        return sql.sql(query).query(String.class).list();
    }
}
