package org.almoner.queue;

import java.time.Duration;

/** A follow-up that says itself how long it stays in the outbox, beyond what its route says. */
public interface Delayed {

    Duration delay();
}
