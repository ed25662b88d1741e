package org.almoner.batch.run;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes leases, and renews them while their jobs run: on a thread of its own, since a chunk may take longer than a term. */
@Component
class HeldLeases {

    private static final Logger LOG = LoggerFactory.getLogger(HeldLeases.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "leases"));

    private final Leases leases;
    private final Fence fence;
    private final Stopping stopping;
    private final long pause;

    HeldLeases(Leases leases, Fence fence, Stopping stopping, LeaseSettings settings) {
        this.leases = leases;
        this.fence = fence;
        this.stopping = stopping;
        this.pause = settings.renewal().toMillis();
    }

    /** None while somebody has it, when nobody can tell, and when this process is about to end. */
    Optional<LeaseInHand> take(String job) {
        try {
            return stopping.isAsked() ? Optional.empty() : leases.take(job).map(this::hold);
        } catch (DataAccessException e) {
            LOG.warn(
                    "job={} does not start, its lease cannot be had: {}",
                    job,
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private LeaseInHand hold(Lease lease) {
        var renewals = thread.scheduleWithFixedDelay(() -> renew(lease), pause, pause, TimeUnit.MILLISECONDS);
        return new LeaseInHand(lease, leases, fence, renewals);
    }

    /** Of a lost lease the run hears when its next chunk is to be committed, and then it ends. */
    private void renew(Lease lease) {
        try {
            if (!leases.renew(lease)) {
                LOG.warn("job={} is no longer ours", lease.name());
            }
        } catch (DataAccessException e) {
            LOG.warn(
                    "job={} its lease could not be renewed: {}",
                    lease.name(),
                    e.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
