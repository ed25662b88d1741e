package org.almoner.batch.run;

import java.time.Duration;

/** Lets a page begin when its time has come: one for each delay, and after a slow one no two at once to make up for it. */
public class Pace {

    private final long delay;
    private final Stopping stopping;
    private long next;

    public Pace(Duration delay, Stopping stopping) {
        this.delay = delay.toNanos();
        this.stopping = stopping;
        this.next = System.nanoTime() + this.delay;
    }

    /** Returns early when the process is asked to end. */
    public void await() throws InterruptedException {
        stopping.waitFor(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        next = Math.max(next + delay, System.nanoTime());
    }
}
