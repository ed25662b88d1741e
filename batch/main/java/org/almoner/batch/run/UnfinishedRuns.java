package org.almoner.batch.run;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobInstance;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.explore.JobExplorer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Runs that came to no end. Only who has the lease of a job may ask: then whoever ran it is dead, or will not commit. */
@Component
class UnfinishedRuns {

    /** Then a run is given up, and the next tick begins a new one. */
    private static final int MOST_TRIES = 5;

    private final JobExplorer explorer;
    private final JobRepository runs;
    private final Clock clock;

    UnfinishedRuns(JobExplorer explorer, JobRepository runs, Clock clock) {
        this.explorer = explorer;
        this.runs = runs;
        this.clock = clock;
    }

    /** What to run the job with to bring its last run to an end; a run that only seems to go on is marked as failed. */
    Optional<JobParameters> of(String job) {
        return Optional.ofNullable(explorer.getLastJobInstance(job))
                .filter(this::mayBeTriedAgain)
                .map(explorer::getLastJobExecution)
                .filter(last -> last.getStatus() != BatchStatus.COMPLETED)
                .map(this::buried)
                .map(JobExecution::getJobParameters);
    }

    boolean mayBeTriedAgain(JobInstance run) {
        return explorer.getJobExecutions(run).size() < MOST_TRIES;
    }

    private JobExecution buried(JobExecution run) {
        var now = LocalDateTime.now(clock);
        run.getStepExecutions().stream()
                .filter(step -> isOpen(step.getStatus()))
                .forEach(step -> bury(step, now));
        if (isOpen(run.getStatus())) {
            run.setStatus(BatchStatus.FAILED);
            run.setExitStatus(ExitStatus.FAILED.addExitDescription("its process died"));
            run.setEndTime(now);
            runs.update(run);
        }
        return run;
    }

    private void bury(StepExecution step, LocalDateTime now) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED);
        step.setEndTime(now);
        runs.update(step);
    }

    /** Unknown is what Spring Batch calls a step whose commit failed; ours commits its state with its work, or neither. */
    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.STOPPING || status == BatchStatus.UNKNOWN;
    }
}
