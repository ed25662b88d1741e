package org.almoner.queue;

/** A message whose predecessor is missing: kept, and requeued later while it is young enough. */
public class NotYet extends RuntimeException {

    public NotYet(String reason) {
        super(reason);
    }
}
