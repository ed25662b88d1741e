package org.almoner.queue;

import java.time.Duration;
import java.util.Arrays;

/** Spreads messages evenly over a time, so that whoever takes them is not overrun. */
public record Spread(Duration over) {

    public Spread {
        if (over.isNegative()) {
            throw new IllegalArgumentException("a spread must not be negative, but is " + over);
        }
    }

    /**
     * Where it is known how many there are: in whole milliseconds, the last one at the end of the time.
     *
     * @param number from 1
     */
    public Duration after(long number, long count) {
        return Duration.ofMillis(over.toMillis() / count * number);
    }

    /** Where it is not known: by what is in the message, so that the same message comes at the same time when tried again. */
    Duration after(byte[] message) {
        long hash = Integer.toUnsignedLong(Arrays.hashCode(message) * 0x9E3779B1); // neighbours end up far apart
        return Duration.ofMillis((over.toMillis() + 1) * hash >>> Integer.SIZE);
    }
}
