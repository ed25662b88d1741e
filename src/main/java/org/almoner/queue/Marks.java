package org.almoner.queue;

/** Notes in Redis which message of a suspicious claim its worker is about to handle; other claims need no notes. */
class Marks {

    private static final String NONE = "";

    private final Claims claims;
    private final String worker;

    Marks(Claims claims, String worker) {
        this.claims = claims;
        this.worker = worker;
    }

    void set(Claim claim, int messageNumber) {
        note(claim, String.valueOf(messageNumber));
    }

    void clear(Claim claim) {
        note(claim, NONE);
    }

    private void note(Claim claim, String mark) {
        if (claim.isSuspicious() && !claims.mark(claim, worker, mark)) {
            throw new ClaimLost(claim);
        }
    }
}
