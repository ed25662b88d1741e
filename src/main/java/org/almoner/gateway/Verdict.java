package org.almoner.gateway;

/**
 * Whether a notification is its gateway's.
 *
 * @param reason in words, without anything of the notification's content
 */
public record Verdict(Kind kind, String reason) {

    /** What a notification can be found to be. */
    public enum Kind {
        /** Signed by the gateway. */
        GENUINE,
        /** Signed by nobody, or by somebody else. */
        FORGED,
        /** Signed by the gateway, but too long ago, or in the future. */
        STALE,
        /** Only the gateway, or a certificate that has to be fetched, can tell: to be asked where the network allows it. */
        TO_BE_ASKED
    }

    public static final Verdict GENUINE = new Verdict(Kind.GENUINE, "");
    public static final Verdict TO_BE_ASKED = new Verdict(Kind.TO_BE_ASKED, "");

    public static Verdict forged(String reason) {
        return new Verdict(Kind.FORGED, reason);
    }

    public static Verdict stale(String reason) {
        return new Verdict(Kind.STALE, reason);
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
