package org.almoner.simulator;

/** What happened to a payment that a gateway notifies us of. */
public enum Event {
    AUTHORISED,
    REFUSED,
    CAPTURED,
    CAPTURE_FAILED,
    CANCELLED,
    REFUNDED,
    CHARGED_BACK,
    /** A way to charge the donor again was stored. */
    TOKENISED,
    /** A report can be downloaded; it is of no payment. */
    REPORT
}
