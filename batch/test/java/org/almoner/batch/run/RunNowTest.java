package org.almoner.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.almoner.testing.AlmonerTest;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator need not wait for a schedule; but a schedule that is stopped runs for nobody. */
@AlmonerTest
class RunNowTest {

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient sql;

    @Autowired
    Schedules schedules;

    @Autowired
    RunNow runNow;

    @Autowired
    CamelContext camel;

    @Test
    void runsTheJobThatAnOperatorNames() {
        addOldKey();

        redis.convertAndSend("almoner:run", "no-such-job");
        redis.convertAndSend("almoner:run", "purge-handled");

        await().until(() -> keys() == 0);
    }

    @Test
    void runsNothingWhileSchedulesAreStopped() throws Exception {
        Scheduler quartz = ((QuartzComponent) camel.getComponent("quartz")).getScheduler();
        await().until(() -> schedules.isAtWork("purge-handled"));
        addOldKey();
        quartz.standby();
        try {
            runNow.run("purge-handled");

            assertThat(keys()).isOne();
            assertThat(schedules.crons()).isEmpty();
        } finally {
            quartz.start();
        }
        assertThat(schedules.crons()).containsKeys("purge-handled", "expire-pending");
    }

    private void addOldKey() {
        sql.sql("insert into handled_message (message_key, handled_at) values ('old', now() - interval '1 year')")
                .update();
    }

    private long keys() {
        return sql.sql("select count(*) from handled_message").query(Long.class).single();
    }
}
