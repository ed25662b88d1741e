package org.almoner.simulator;

/** What a gateway can be asked to do. */
public enum Operation {
    STATUS,
    CAPTURE,
    CANCEL,
    REFUND,
    TOKENISE,
    VERIFY,
    REPORT,
    /** What only belongs to another call: an access token, a certificate. */
    OTHER
}
