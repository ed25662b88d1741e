package org.almoner.queue;

/** A message that knows its message key: what makes two messages the same for the business. */
public interface Keyed {

    /** Within its queue: the queue's name is put before it. */
    String key();
}
