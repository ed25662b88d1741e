package org.almoner.queue;

import java.util.Locale;

/** What became of a message; each message of a committed claim has exactly one. */
enum Outcome {
    HANDLED,
    DUPLICATE,
    DEAD;

    /** As it stands in metrics and logs. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
