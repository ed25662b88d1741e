package org.almoner.crash;

/** An instruction at which a process is to die, as a pattern over the steps that {@link Taps} name. */
interface BreakingPoint {

    boolean isAt(String passed);

    /** At which of the steps that match. */
    int times();
}
