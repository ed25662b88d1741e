package org.almoner.crash;

/** What a message of the load is made for. */
enum Fate {
    /** Leaves one effect and one follow-up. */
    GOOD,
    /** Is good, and there is an earlier one with its id. */
    DUPLICATE,
    /** Is not JSON. */
    MALFORMED,
    /** Writes, and then its handler fails. */
    FAILING,
    /** Writes what PostgreSQL refuses, so that its whole claim is replayed. */
    REFUSED,
    /** Waits for a predecessor. */
    EARLY,
    /** Takes the process down with it. */
    DEADLY;

    boolean leadsToDeadLetter() {
        return this != GOOD && this != DUPLICATE;
    }
}
