package org.almoner.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tries something again and again for a while. */
record Patience(Duration limit) {
    private static final int PAUSE_MS = 50;

    static Patience of(Duration limit) {
        return new Patience(limit);
    }

    /** Whether it came true within the limit; it is tried once at least. */
    boolean until(BooleanSupplier attempt) {
        var start = System.nanoTime();
        while (!attempt.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos() || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
