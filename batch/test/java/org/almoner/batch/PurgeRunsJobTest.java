package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.almoner.testing.AlmonerTest;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Spring Batch notes of the caretakers does not grow for ever. */
@AlmonerTest
class PurgeRunsJobTest {

    @Autowired
    @Qualifier("purgeRuns")
    Job job;

    @Autowired
    @Qualifier("purgeHandled")
    Job other;

    @Autowired
    JobLauncher launcher;

    @Autowired
    JobRepository runs;

    @Autowired
    JdbcClient sql;

    @Test
    void forgetsOldRunsWithAllThatBelongsToThem() {
        var old = new TestRun(launcher, other).ends();
        var young = new TestRun(launcher, other).ends();
        age(old, "30 days 1 minute");
        age(young, "29 days 23:59");

        new TestRun(launcher, job).completes();

        assertThat(executions()).contains(young.getId()).doesNotContain(old.getId());
        assertThat(stepsOf(young)).isEqualTo(young.getStepExecutions().size()).isPositive();
        assertThat(stepsOf(old)).isZero();
    }

    @Test
    void forgetsOldRunsThatWereKilledAndNeverEnded() throws Exception {
        var killed = runs.createJobExecution(other.getName(), TestRun.parameters());
        age(killed, "31 days");

        new TestRun(launcher, job).completes();

        assertThat(executions()).doesNotContain(killed.getId());
    }

    private void age(JobExecution execution, String age) {
        sql.sql("update batch_job_execution set create_time = create_time - ?::interval where job_execution_id = ?")
                .param(age)
                .param(execution.getId())
                .update();
    }

    private List<Long> executions() {
        return sql.sql("select job_execution_id from batch_job_execution")
                .query(Long.class)
                .list();
    }

    private int stepsOf(JobExecution execution) {
        return sql.sql("select count(*) from batch_step_execution where job_execution_id = ?")
                .param(execution.getId())
                .query(Integer.class)
                .single();
    }
}
