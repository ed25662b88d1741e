package org.almoner.listener;

/** A request that is not taken, and why. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    final Result result;

    Refused(Result result) {
        super(result.label(), null, false, false);
        this.result = result;
    }
}
