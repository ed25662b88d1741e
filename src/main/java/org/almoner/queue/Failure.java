package org.almoner.queue;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Why a message was not handled.
 *
 * @param reason for people, free of the message's content, so that it may be logged
 * @param trace for the dead letter alone
 */
record Failure(Kind kind, String reason, String trace) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TRACE = 8_000;

    /** The kinds are told apart because each has its own way out. */
    enum Kind {
        /** Malformed or against the rules: kept, never retried by itself. */
        INVALID,
        /** Its predecessor is missing: kept and retried. */
        NOT_YET,
        /** Not the message's fault: the claim is kept and tried again. */
        INFRASTRUCTURE,
        /** Anything else: kept, and somebody has to look at the program. */
        BUG
    }

    Failure {
        reason = Legible.text(reason, LONGEST_REASON).replace('\n', ' ');
        trace = Legible.text(trace, LONGEST_TRACE);
    }

    static Failure of(Throwable thrown) {
        return new Failure(Diagnosis.kind(thrown), Diagnosis.reason(thrown), traceOf(thrown));
    }

    static Failure suspectedPoison(int crashes) {
        return new Failure(Kind.BUG, "suspected poison: %d workers died while they handled it".formatted(crashes), "");
    }

    /** The same, to be tried again later: unless it was not the message's fault in the first place. */
    Failure retried() {
        return kind == Kind.INFRASTRUCTURE ? this : new Failure(Kind.NOT_YET, reason, trace);
    }

    private static String traceOf(Throwable thrown) {
        var trace = new StringWriter();
        new Unquoted(thrown).printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** A cause whose text says nothing that is not ours: those of libraries quote what they could not read. */
    private static final class Unquoted extends Throwable {

        private final String text;

        Unquoted(Throwable thrown) {
            super(null, thrown.getCause() == null ? null : new Unquoted(thrown.getCause()), false, true);
            this.text = isOurs(thrown) ? thrown.toString() : thrown.getClass().getName();
            setStackTrace(thrown.getStackTrace());
        }

        /** Or the virtual machine's, which names types and variables only. */
        private static boolean isOurs(Throwable thrown) {
            return thrown instanceof InvalidMessage
                    || thrown instanceof NotYet
                    || thrown instanceof NullPointerException
                    || thrown instanceof ClassCastException;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
