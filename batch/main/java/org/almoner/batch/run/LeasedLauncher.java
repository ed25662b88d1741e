package org.almoner.batch.run;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobInstance;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersInvalidException;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.batch.core.repository.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.repository.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.repository.JobRestartException;

/**
 * Runs a job under its lease. Where somebody else has it, or has run this tick already, there is nothing to do, and that is no
 * error. What was left in the middle is brought to its end first.
 */
class LeasedLauncher implements JobLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedLauncher.class);

    private final JobLauncher launcher;
    private final HeldLeases leases;
    private final UnfinishedRuns unfinished;
    private final MeterRegistry meters;

    LeasedLauncher(JobLauncher launcher, HeldLeases leases, UnfinishedRuns unfinished, MeterRegistry meters) {
        this.launcher = launcher;
        this.leases = leases;
        this.unfinished = unfinished;
        this.meters = meters;
    }

    @Override
    public JobExecution run(Job job, JobParameters parameters)
            throws JobExecutionAlreadyRunningException, JobRestartException, JobParametersInvalidException {
        try (var lease = leases.take(job.getName()).orElse(null)) {
            return lease != null && isFinished(job, lease) ? run(job, parameters, lease) : nothing(job, parameters);
        }
    }

    /** Goes on with a run that was left in the middle, if there is one and nobody else does. */
    void resume(Job job) throws JobExecutionException {
        try (var lease = leases.take(job.getName()).orElse(null)) {
            if (lease != null && !isFinished(job, lease)) {
                LOG.warn("job={} came to no end once more", job.getName());
            }
        }
    }

    /** Whether nothing is left in the middle, by now. */
    private boolean isFinished(Job job, LeaseInHand lease)
            throws JobExecutionAlreadyRunningException, JobRestartException, JobParametersInvalidException {
        var left = unfinished.of(job.getName());
        if (left.isEmpty()) {
            lease.done(true);
            return true;
        }
        LOG.info("job={} goes on where it was left", job.getName());
        return run(job, left.get(), lease).getStatus() == BatchStatus.COMPLETED;
    }

    private JobExecution run(Job job, JobParameters parameters, LeaseInHand lease)
            throws JobExecutionAlreadyRunningException, JobRestartException, JobParametersInvalidException {
        lease.done(false);
        try {
            var run = launcher.run(job, parameters);
            lease.done(run.getStatus() == BatchStatus.COMPLETED || !unfinished.mayBeTriedAgain(run.getJobInstance()));
            return run;
        } catch (JobInstanceAlreadyCompleteException e) {
            lease.done(true);
            return nothing(job, parameters);
        }
    }

    private JobExecution nothing(Job job, JobParameters parameters) {
        LOG.debug("job={} does not run here now", job.getName());
        meters.counter("almoner.job.ticks.lost", "job", job.getName()).increment();
        var run = new JobExecution(new JobInstance(0L, job.getName()), parameters);
        run.setExitStatus(ExitStatus.NOOP);
        return run;
    }
}
