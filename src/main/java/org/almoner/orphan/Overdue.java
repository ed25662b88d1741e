package org.almoner.orphan;

import java.time.Instant;
import org.almoner.wire.Personal;

/**
 * A pending payment that has waited for too long.
 *
 * @param message as it was received
 */
public record Overdue(long pendingId, Instant date, String gateway, String message) implements Personal {

    /** Before all that there are. */
    public static final Overdue NONE = new Overdue(0, Instant.EPOCH, "", "");

    @Override
    public String toString() {
        return masked();
    }
}
