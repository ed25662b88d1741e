package org.almoner.queue;

/** The claim's receipt is there already: it needs no more work. */
class ClaimCommitted extends RuntimeException {
    ClaimCommitted(Claim claim) {
        super("claim " + claim.id() + " was committed before");
    }
}
