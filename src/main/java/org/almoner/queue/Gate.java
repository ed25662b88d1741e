package org.almoner.queue;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Lets this process work, or not: shut, nothing more is claimed, and a job ends with its chunk; what is in hand is finished. */
@Component
public class Gate {

    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean open = true;

    public void open() {
        open = true;
    }

    public void shut() {
        open = false;
    }

    public boolean isOpen() {
        return open;
    }

    /** Whether a message may be at work: as long as the gate is open, and after that until the last claim is done. */
    public boolean isBusy() {
        return open || inside.get() > 0;
    }

    /** Counted before the look, so that nobody slips in unseen while the gate is being shut. */
    boolean enter() {
        inside.incrementAndGet();
        boolean admitted = open;
        if (!admitted) {
            leave();
        }
        return admitted;
    }

    void leave() {
        inside.decrementAndGet();
    }
}
