package org.almoner.listener;

import java.util.Locale;

/** What became of a request, and its HTTP status. */
enum Result {
    /** Kept, and genuine as far as a listener can tell. */
    ACCEPTED(200),
    FORGED(403),
    STALE(403),
    TOO_LARGE(413),
    /** Compressed, or of a type that no gateway sends. */
    WRONG_TYPE(415),
    TOO_SLOW(408),
    /** More than we can hold at once; gateways try again. */
    BUSY(503),
    NOT_STORED(503);

    final int status;

    Result(int status) {
        this.status = status;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
