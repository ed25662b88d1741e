package org.almoner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;

/** Runs of caretakers, as their schedules start them. */
record TestRun(JobLauncher launcher, Job job) {

    void completes() {
        assertThat(ends().getExitStatus()).isEqualTo(ExitStatus.COMPLETED);
    }

    JobExecution ends() {
        try {
            return launcher.run(job, parameters());
        } catch (JobExecutionException e) {
            throw new AssertionError(e);
        }
    }

    static JobParameters parameters() {
        return new JobParametersBuilder()
                .addString("run", UUID.randomUUID().toString())
                .toJobParameters();
    }
}
