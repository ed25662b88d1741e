package org.almoner.queue;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.almoner.queue.Claims.Figures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What works one queue in this process: it beats, so that the others know that it lives, and its threads loop over claims. */
class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** Less than the ten seconds in which the process must be gone; a claim in hand takes far less. */
    private static final int DRAIN_SECONDS = 8;

    private final Keys keys;
    private final Terms terms;
    private final ClaimLoop.Parts parts;
    private final String id = Host.name() + "/" + ProcessHandle.current().pid() + "/"
            + UUID.randomUUID().toString().substring(0, 8);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService threads;
    private final ScheduledExecutorService heart;
    private volatile @Nullable Figures figures;
    private volatile boolean beating;

    Worker(Keys keys, Terms terms, ClaimLoop.Parts parts) {
        this.keys = keys;
        this.terms = terms;
        this.parts = parts;
        var number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(
                terms.consumers(), task -> new Thread(task, keys.queue() + "-" + number.incrementAndGet()));
        heart = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, keys.queue() + "-beat"));
    }

    void start(MessageRoute route, Runnable onBadDeploy) {
        beat();
        heart.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
        for (int i = 0; i < terms.consumers(); i++) {
            threads.execute(new ClaimLoop(this, parts, route, onBadDeploy));
        }
        parts.metrics().show(this);
    }

    void stopClaiming() {
        stopping.countDown();
    }

    /** Claims nothing more, finishes what is in hand, and says good-bye. */
    void stop() {
        stopClaiming();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("queue={} leaves a claim in hand to others", keys.queue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
        leave();
    }

    Keys keys() {
        return keys;
    }

    Terms terms() {
        return terms;
    }

    String id() {
        return id;
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits, but not longer than until the worker is stopped. */
    void pause(long millis) throws InterruptedException {
        var ignored = stopping.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Whether the others can see it: one that they cannot see cannot judge which of them are silent. */
    boolean isBeating() {
        return beating;
    }

    @Nullable
    Figures figures() {
        return figures;
    }

    private void beat() {
        try {
            parts.claims().beat(keys, id);
            figures = parts.claims().figures(keys);
            beating = true;
        } catch (RuntimeException e) {
            figures = null;
            beating = false;
            LOG.debug("queue={} cannot beat", keys.queue(), e);
        }
    }

    private void leave() {
        try {
            parts.claims().leave(keys, id);
        } catch (RuntimeException e) {
            LOG.debug("queue={} leaves without good-bye", keys.queue(), e);
        }
    }
}
