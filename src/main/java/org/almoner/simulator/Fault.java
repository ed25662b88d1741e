package org.almoner.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that a gateway does wrong for a while.
 *
 * @param operation that it happens to, or nothing for all
 * @param status of a failure
 * @param delay before the answer
 * @param times how often it happens
 */
public record Fault(Kind kind, @Nullable Operation operation, int status, Duration delay, int times) {

    /** What goes wrong. */
    public enum Kind {
        /** It says so and does nothing. */
        FAIL,
        /** It does it, and takes its time. */
        DELAY,
        /** It does it, and cuts the connection without an answer. */
        DROP,
        /** It does it, and half of the answer's JSON arrives. */
        BROKEN,
        /** It does it, and answers with a page. */
        PAGE,
        /** It does it, and notifies of it twice. */
        TWICE
    }

    public static Fault fail(int status) {
        return new Fault(Kind.FAIL, null, status, Duration.ZERO, Integer.MAX_VALUE);
    }

    public static Fault of(Kind kind) {
        return new Fault(kind, null, 500, Duration.ZERO, Integer.MAX_VALUE);
    }

    public static Fault delay(Duration delay) {
        return new Fault(Kind.DELAY, null, 200, delay, Integer.MAX_VALUE);
    }

    public Fault times(int times) {
        return new Fault(kind, operation, status, delay, times);
    }

    public Fault only(Operation operation) {
        return new Fault(kind, operation, status, delay, times);
    }

    boolean hits(Operation asked) {
        return operation == null || operation == asked;
    }
}
