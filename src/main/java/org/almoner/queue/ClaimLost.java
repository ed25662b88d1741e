package org.almoner.queue;

/** Another worker has reaped the claim meanwhile and will see to it. */
class ClaimLost extends RuntimeException {
    ClaimLost(Claim claim) {
        super("claim " + claim.id() + " belongs to another worker now");
    }
}
