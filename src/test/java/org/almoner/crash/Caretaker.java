package org.almoner.crash;

import java.util.UUID;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;

/** Runs the batch job that requeues dead letters, as its schedule would. */
record Caretaker(JobLauncher launcher, Job requeueDeadLetters) {

    void requeue() throws JobExecutionException {
        var run = new JobParametersBuilder()
                .addString("run", UUID.randomUUID().toString())
                .toJobParameters();
        var status = launcher.run(requeueDeadLetters, run).getStatus();
        if (status.isUnsuccessful()) {
            throw new JobExecutionException("the run ended " + status);
        }
    }
}
