package org.almoner.batch.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets a page begin when its time has come: one for each delay. What slow pages have lost is made up for, but never more than a second. */
public class Pace {

    private static final long MOST_TO_MAKE_UP = Duration.ofSeconds(1).toNanos();

    private final long delay;
    private final Stopping stopping;
    private final LongSupplier nanos;
    private long next;

    public Pace(Duration delay, Stopping stopping) {
        this(delay, stopping, System::nanoTime);
    }

    Pace(Duration delay, Stopping stopping, LongSupplier nanos) {
        this.delay = delay.toNanos();
        this.stopping = stopping;
        this.nanos = nanos;
        this.next = nanos.getAsLong() + this.delay;
    }

    /** Returns early when the process is asked to end. */
    public void await() throws InterruptedException {
        stopping.waitFor(Duration.ofNanos(Math.max(0, next - nanos.getAsLong())));
        next = Math.max(next + delay, nanos.getAsLong() - MOST_TO_MAKE_UP);
    }
}
