package org.almoner.batch.run;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.stereotype.Component;

/** Runs a job before its time, because somebody does not want to wait for its schedule. */
@Component("runNow")
public class RunNow {

    private final Schedules schedules;
    private final JobLauncher launcher;
    private final JobRegistry jobs;
    private final Clock clock;

    RunNow(Schedules schedules, JobLauncher launcher, JobRegistry jobs, Clock clock) {
        this.schedules = schedules;
        this.launcher = launcher;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Called in every process; of those where its schedule is at work, the lease and the tick let one run it. */
    public void run(String job) throws JobExecutionException {
        if (schedules.isAtWork(job)) {
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            launcher.run(
                    jobs.getJob(job),
                    new JobParametersBuilder()
                            .addString(MissedTicks.TICK, now.toString())
                            .toJobParameters());
        }
    }
}
