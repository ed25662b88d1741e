package org.almoner.pending;

import org.almoner.wire.Personal;

/**
 * A pending payment as it is kept.
 *
 * @param text JSON, as the front end sent it, but for what a gateway's job has added
 */
public record PendingMessage(long id, String text) implements Personal {

    @Override
    public String toString() {
        return masked();
    }
}
