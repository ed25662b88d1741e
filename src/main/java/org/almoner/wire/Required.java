package org.almoner.wire;

import java.util.regex.Pattern;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;

/** What a message may not lack; empty text and the id 0 are as good as absent. */
public final class Required {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private Required() {}

    public static void text(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new InvalidMessage(field + " is missing");
        }
    }

    /** Not whether there is such an address, only whether mail could be sent to it. */
    public static void email(String field, @Nullable String value) {
        text(field, value);
        if (!EMAIL.matcher(value).matches()) {
            throw new InvalidMessage(field + " is not an e-mail address");
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
