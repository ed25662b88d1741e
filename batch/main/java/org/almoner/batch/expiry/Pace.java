package org.almoner.batch.expiry;

import java.time.Duration;
import org.almoner.batch.run.Stopping;

/** Lets a page begin when its time has come: one for each delay, and after a slow one no two at once to make up for it. */
class Pace {

    private final long delay;
    private final Stopping stopping;
    private long next;

    Pace(Duration delay, Stopping stopping) {
        this.delay = delay.toNanos();
        this.stopping = stopping;
        this.next = System.nanoTime() + this.delay;
    }

    /** Returns early when the process is asked to end. */
    void await() throws InterruptedException {
        stopping.waitFor(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        next = Math.max(next + delay, System.nanoTime());
    }
}
