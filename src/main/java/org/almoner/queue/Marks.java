package org.almoner.queue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in Redis which message of a suspicious claim its worker is about to handle; other claims need no notes. */
class Marks {

    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
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

    /** After a pass that failed while its worker lives: whatever stops the worker later is no message's fault. */
    void forget(Claim claim) {
        try {
            clear(claim);
        } catch (RuntimeException e) {
            LOG.debug("a mark stays on claim {}", claim.id(), e);
        }
    }

    private void note(Claim claim, String mark) {
        if (claim.isSuspicious() && !claims.mark(claim, worker, mark)) {
            throw new ClaimLost(claim);
        }
    }
}
