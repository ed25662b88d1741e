package org.almoner.simulator;

/** How far a payment has come. */
public enum State {
    PENDING,
    AUTHORISED,
    CAPTURED,
    CANCELLED,
    REFUNDED,
    REFUSED
}
