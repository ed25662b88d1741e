package org.almoner.batch;

import java.util.Objects;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobInstance;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.explore.JobExplorer;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets old runs of the caretakers: those that start every minute would leave half a million a year. */
@Configuration(proxyBeanMethods = false)
class PurgeRunsJob {

    @Bean
    Job purgeRuns(JobRepository runs, Step purgeOldRuns) {
        return new JobBuilder("purge-runs", runs).start(purgeOldRuns).build();
    }

    @Bean
    Step purgeOldRuns(Purges purges, JdbcCursorItemReader<Long> oldRuns, JobRepository runs, JobExplorer explorer) {
        return purges.step(
                "runs",
                oldRuns,
                ids -> ids.forEach(id -> {
                    JobInstance run = explorer.getJobInstance(id);
                    runs.deleteJobInstance(Objects.requireNonNull(run));
                }));
    }

    /** Spring Batch writes times without a zone, in that of the machine, as PostgreSQL's session has it too. */
    @Bean
    @StepScope
    JdbcCursorItemReader<Long> oldRuns(Purges purges, PurgeSettings ages) {
        return purges.olderThan(
                "old-runs",
                """
                select job_instance_id from batch_job_instance as run where not exists (
                    select from batch_job_execution as execution
                    where execution.job_instance_id = run.job_instance_id and create_time >= ?)
                """,
                (row, n) -> row.getLong("job_instance_id"),
                ages.runs());
    }
}
