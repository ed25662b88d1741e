package org.almoner.batch.run;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.almoner.queue.Gate;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Goes on with the runs of processes that died or were asked to end: of those jobs whose schedule is at work here. */
@Component("resumption")
public class Resumption {

    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);
    private static final int LONGEST_CHUNK = 10; // s

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "resumption"));
    private final Leases leases;
    private final LeasedLauncher launcher;
    private final JobRegistry jobs;
    private final CamelContext camel;
    private final Gate gate;

    Resumption(Leases leases, JobLauncher launcher, JobRegistry jobs, CamelContext camel, Gate gate) {
        this.leases = leases;
        this.launcher = (LeasedLauncher) launcher;
        this.jobs = jobs;
        this.camel = camel;
        this.gate = gate;
    }

    /** Called by a route, every few seconds. Returns at once. */
    public void look() {
        if (!gate.isOpen()) {
            return;
        }
        leases.left().stream().filter(this::isScheduledHere).forEach(job -> threads.execute(() -> resume(job)));
    }

    private boolean isScheduledHere(String job) {
        var status = camel.getRouteController().getRouteStatus(job);
        return status != null && status.isStarted();
    }

    private void resume(String job) {
        try {
            launcher.resume(jobs.getJob(job));
        } catch (JobExecutionException | DataAccessException e) {
            LOG.warn("job={} does not go on yet: {}", job, e.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_CHUNK, TimeUnit.SECONDS)) {
            LOG.warn("a run does not end in time, another process will go on with it");
        }
    }
}
