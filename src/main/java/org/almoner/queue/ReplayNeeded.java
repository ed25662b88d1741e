package org.almoner.queue;

/** The transaction holds what must not be committed: the claim has to be handled message by message. */
class ReplayNeeded extends RuntimeException {
    ReplayNeeded() {
        super("the claim has to be replayed carefully");
    }
}
