package org.almoner.batch.run;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Runs what should have run, of the jobs whose schedule is at work here: goes on with the runs of processes that died or were
 * asked to end, and catches up with a tick that everybody has missed.
 */
@Component("resumption")
public class Resumption {

    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);
    private static final int LONGEST_CHUNK = 10; // s

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "resumption"));
    private final Leases leases;
    private final MissedTicks missed;
    private final LeasedLauncher launcher;
    private final JobRegistry jobs;
    private final Schedules schedules;
    private final Stopping stopping;

    Resumption(
            Leases leases,
            MissedTicks missed,
            JobLauncher launcher,
            JobRegistry jobs,
            Schedules schedules,
            Stopping stopping) {
        this.leases = leases;
        this.missed = missed;
        this.launcher = (LeasedLauncher) launcher;
        this.jobs = jobs;
        this.schedules = schedules;
        this.stopping = stopping;
    }

    /** Called by a route, every few seconds. Returns at once. */
    public void look() {
        if (stopping.isAsked()) {
            return;
        }
        leases.left().stream().filter(schedules::isAtWork).forEach(this::resume);
        schedules.crons().forEach(this::catchUp);
    }

    private void resume(String job) {
        start(job, () -> launcher.resume(jobs.getJob(job)));
    }

    private void catchUp(String job, String cron) {
        missed.of(job, cron).ifPresent(tick -> {
            var parameters = new JobParametersBuilder().addString(MissedTicks.TICK, tick.toString());
            start(job, () -> launcher.run(jobs.getJob(job), parameters.toJobParameters()));
        });
    }

    private void start(String job, Start start) {
        threads.execute(() -> {
            try {
                start.run();
            } catch (JobExecutionException | DataAccessException e) {
                LOG.warn("job={} does not go on yet: {}", job, e.getClass().getSimpleName());
            }
        });
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_CHUNK, TimeUnit.SECONDS)) {
            LOG.warn("a run does not end in time, another process will go on with it");
        }
    }

    private interface Start {
        void run() throws JobExecutionException;
    }
}
