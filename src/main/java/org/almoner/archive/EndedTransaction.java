package org.almoner.archive;

import java.time.Instant;

/** A payment that has ended, by its place among all: oldest first. */
public record EndedTransaction(Instant lastEventAt, String id) {

    /** Before the first. */
    public static final EndedTransaction NONE = new EndedTransaction(Instant.EPOCH, "");
}
