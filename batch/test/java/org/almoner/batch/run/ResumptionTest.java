package org.almoner.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.almoner.testing.AlmonerTest;
import org.almoner.testing.Stopped;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.explore.JobExplorer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What should have run runs by itself, where its schedule is at work. */
@AlmonerTest
@Stopped(ResumptionTest.JOB)
@Timeout(60)
class ResumptionTest {

    static final String JOB = "expire-pending";

    @Autowired
    CamelContext camel;

    @Autowired
    JobRepository runs;

    @Autowired
    JobExplorer explorer;

    @Autowired
    Leases leases;

    @Autowired
    JdbcClient sql;

    @Test
    void isScheduledAsTheSettingSaysInUtc() throws Exception {
        camel.getRouteController().startRoute(JOB);
        var endpoint =
                (QuartzEndpoint) Objects.requireNonNull(camel.getRoute(JOB)).getEndpoint();

        assertThat(endpoint.getCron()).isEqualTo("0 0 */1 * * ?");
        assertThat(endpoint.getTriggerParameters()).containsEntry("timeZone", "UTC");
    }

    @Test
    void goesOnWithTheRunOfAProcessThatDied() throws Exception {
        var tick = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        died(tick);

        camel.getRouteController().startRoute(JOB);

        await().untilAsserted(() -> assertThat(last().getStatus()).isEqualTo(BatchStatus.COMPLETED));
        assertThat(tickOfLast()).isEqualTo(tick);
        await().untilAsserted(() -> assertThat(leases.left()).isEmpty());
        assertThat(sql.sql("select ended_at is not null from expiry_run")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void leavesItAloneWhereItsScheduleIsStopped() {
        died(Instant.now().truncatedTo(ChronoUnit.SECONDS));

        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(leases.left()).containsExactly(JOB));
    }

    @Test
    void catchesUpOnceWithTheTicksThatEverybodyMissed() throws Exception {
        var now = Instant.now();
        var longAgo =
                now.truncatedTo(ChronoUnit.HOURS).minus(6, ChronoUnit.HOURS).plusSeconds(2);
        died(longAgo);

        camel.getRouteController().startRoute(JOB);

        await().untilAsserted(() -> assertThat(sql.sql("select count(*) from expiry_run where ended_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(2));
        assertThat(tickOfLast()).isBetween(now.minusSeconds(3600), Instant.now());
    }

    /** As kill -9 leaves it: a run that seems to go on, and a lease that nobody renews. */
    private void died(Instant tick) {
        var parameters = new JobParametersBuilder()
                .addString(MissedTicks.TICK, tick.toString())
                .toJobParameters();
        try {
            var run = runs.createJobExecution(JOB, parameters);
            run.setStatus(BatchStatus.STARTED);
            runs.update(run);
        } catch (JobExecutionException e) {
            throw new AssertionError(e);
        }
        sql.sql("insert into lease values (?, 1, 'somebody', now() - interval '1 s')")
                .param(JOB)
                .update();
    }

    private JobExecution last() {
        return explorer.getLastJobExecution(explorer.getLastJobInstance(JOB));
    }

    private Instant tickOfLast() {
        return Instant.parse(Objects.requireNonNull(last().getJobParameters().getString(MissedTicks.TICK)));
    }
}
