package org.almoner.queue;

/** A message whose work was done before: dropped and counted, not an error. */
public class DuplicateMessage extends RuntimeException {

    public DuplicateMessage(String reason) {
        super(reason);
    }
}
