package org.almoner.gateway;

import java.util.Set;

/**
 * Knows a gateway's signature. Asked by the listener before it answers and, since a listener is not believed, again before
 * anything is done; needs no database and does no I/O. Its class knows nothing else of its package but settings: a listener
 * has no other beans.
 */
public interface Verifier {

    String gateway();

    /** Whether it has a key to verify with; a listener without one refuses to start. */
    boolean isConfigured();

    /** The setting that gives it a key, for whoever has to be told that it is missing. */
    default String setting() {
        return "almoner.gateway." + gateway();
    }

    /** The headers that it looks at, in lower case; all others are forgotten. */
    Set<String> headers();

    /** Compares in constant time, and believes nothing that lacks a signature. */
    Verdict verify(Notification notification);

    /** What the gateway takes for success. */
    default Reply success() {
        return Reply.EMPTY;
    }

    /** A body and its type, of an answer with status 200. */
    record Reply(String contentType, String body) {
        public static final Reply EMPTY = new Reply("text/plain", "");
    }
}
