package org.almoner.queue;

/** Another relay has taken its turn meanwhile: what this one would push, that one pushes. */
class TurnOver extends RuntimeException {

    final long newest;

    TurnOver(String queue, long newest) {
        super("turn %d has begun on queue %s".formatted(newest, queue));
        this.newest = newest;
    }
}
