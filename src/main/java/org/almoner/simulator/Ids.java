package org.almoner.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Ids that a gateway gives: the same for the same thing, so that an answer and its notification agree. */
final class Ids {
    private Ids() {}

    static String uuid(Object... parts) {
        return UUID.nameUUIDFromBytes(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** 16 letters and digits, as Adyen's and PayPal's are. */
    static String code(Object... parts) {
        return uuid(parts).replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
    }
}
