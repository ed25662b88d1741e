package org.almoner.wire;

import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;

/** What a message may not lack; empty text and the id 0 are as good as absent. */
public final class Required {

    private Required() {}

    public static void text(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new InvalidMessage(field + " is missing");
        }
    }

    public static void id(String field, @Nullable Long value) {
        if (value == null || value == 0) {
            throw new InvalidMessage(field + " is missing");
        }
        if (value < 0) {
            throw new InvalidMessage(field + " is negative");
        }
    }

    public static void value(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidMessage(field + " is missing");
        }
    }
}
