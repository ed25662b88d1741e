package org.almoner.queue;

/** A message that can never be handled as it is: a dead letter at once. Its reason must hold no personal data. */
public class InvalidMessage extends RuntimeException {

    public InvalidMessage(String reason) {
        super(reason);
    }
}
