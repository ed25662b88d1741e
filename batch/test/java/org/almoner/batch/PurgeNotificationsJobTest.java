package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What gateways told of people is forgotten in time; that they told it is not. */
@AlmonerTest
class PurgeNotificationsJobTest {

    @Autowired
    @Qualifier("purgeNotifications")
    Job job;

    @Autowired
    JobLauncher launcher;

    @Autowired
    JdbcClient sql;

    @Test
    void takesTheContentAfterThirtyDaysAndLeavesTheShell() {
        add("old", "30 days 1 minute");
        add("young", "29 days 23:59");

        new TestRun(launcher, job).completes();

        assertThat(sql.sql(
                                """
                                select id from notification
                                where purged_at is not null and body = '' and headers = '{}' and remote_address is null
                                    and body_sha256 = 'abc' and verdict = 'FORGED'
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("old");
        assertThat(sql.sql("select id from notification where body = 'content' and remote_address = '192.0.2.7'")
                        .query(String.class)
                        .list())
                .containsExactly("young");
    }

    private void add(String id, String age) {
        sql.sql(
                        """
                        insert into notification (id, gateway, received_at, handled_at, remote_address, headers, body,
                            body_sha256, verdict, reason)
                        values (?, 'adyen', now() - ?::interval, now(), '192.0.2.7', '{"a":"b"}', 'content', 'abc', 'FORGED', '')
                        """)
                .param(id)
                .param(age)
                .update();
    }
}
