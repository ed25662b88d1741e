package org.almoner.queue;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** One thread of a worker: next claim, its unit of work, drop; and when a store is out of reach, the same claim again. */
class ClaimLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimLoop.class);
    private static final int GATE_PAUSE_MS = 200;

    /** What every loop of the process works with. */
    record Parts(
            Claims claims,
            ClaimWork work,
            QueueMetrics metrics,
            QueueSettings settings,
            RedisConnectionFactory connections,
            Gate gate) {}

    private final Worker worker;
    private final Parts parts;
    private final MessageRoute route;
    private final Runnable onBadDeploy;
    private final NextClaim nextClaim;
    private final Marks marks;

    private @Nullable Claim inHand;
    private @Nullable BackOffExecution outage;
    private boolean tried;

    ClaimLoop(Worker worker, Parts parts, MessageRoute route, Runnable onBadDeploy) {
        this.worker = worker;
        this.parts = parts;
        this.route = route;
        this.onBadDeploy = onBadDeploy;
        this.nextClaim = new NextClaim(worker, parts);
        this.marks = new Marks(parts.claims(), worker.id());
    }

    @Override
    public void run() {
        try (nextClaim) {
            while (!worker.isStopping() && pass()) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (inHand != null) { // left to others
            parts.gate().leave();
        }
    }

    /** Through the gate before each claim: one that is in hand is finished, whatever the gate. */
    private boolean pass() throws InterruptedException {
        if (inHand == null && !parts.gate().enter()) {
            worker.pause(GATE_PAUSE_MS);
            return true;
        }
        try {
            return turn();
        } finally {
            if (inHand == null) {
                parts.gate().leave();
            }
        }
    }

    /** @return false when this thread must not go on */
    private boolean turn() throws InterruptedException {
        try {
            if (inHand == null) {
                take(nextClaim.get().orElse(null));
            }
            if (inHand != null) {
                work(inHand);
                take(null);
                rest();
            }
            outageIsOver();
            return true;
        } catch (ClaimLost e) {
            LOG.info("queue={} {}", worker.keys().queue(), e.getMessage());
            take(null);
            return true;
        } catch (BadDeploy e) {
            LOG.error("queue={} stops, its claim is kept: {}", worker.keys().queue(), e.getMessage());
            parts.metrics().halted(worker.keys().queue(), Diagnosis.rootText(e));
            onBadDeploy.run();
            return false;
        } catch (RuntimeException | Error e) {
            backOff(e);
            return true;
        }
    }

    private void work(Claim claim) {
        long began = System.nanoTime();
        boolean mayBeCommitted = tried || claim.deliveries() > 1;
        tried = true;
        if (!mayBeCommitted || !parts.work().isCommitted(claim)) {
            Optional<ClaimDone> done = parts.work().handle(claim, worker.terms(), marks, route);
            done.ifPresent(d -> parts.metrics().committed(d, System.nanoTime() - began));
        }
        parts.claims().drop(claim);
    }

    /** With nothing in hand, so that whoever stops the worker need not wait, and whoever kills it leaves nothing. */
    private void rest() throws InterruptedException {
        if (!worker.terms().pollDelay().isZero()) {
            worker.pause(worker.terms().pollDelay().toMillis());
        }
    }

    private void take(@Nullable Claim claim) {
        inHand = claim;
        tried = false;
    }

    /** With jitter, so that the workers of a whole cluster do not come back in the same instant. */
    private void backOff(Throwable cause) throws InterruptedException {
        if (outage == null && !worker.isStopping()) { // the connections of one that stops close before its wait is over
            LOG.warn("queue={} keeps its claim and waits: {}", worker.keys().queue(), Diagnosis.reason(cause));
        }
        LOG.debug("queue={} waits", worker.keys().queue(), cause);
        outage = outage == null ? newOutage() : outage;
        worker.pause(ThreadLocalRandom.current().nextLong(outage.nextBackOff()) + 1);
    }

    private void outageIsOver() {
        if (outage != null) {
            LOG.info("queue={} goes on", worker.keys().queue());
            outage = null;
        }
    }

    private static BackOffExecution newOutage() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return backOff.start();
    }
}
