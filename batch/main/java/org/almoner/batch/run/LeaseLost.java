package org.almoner.batch.run;

/** Somebody else has taken the lease: what this run was about to commit must not count. */
class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(Lease lease) {
        super("the lease of job %s, epoch %d, is somebody else's by now".formatted(lease.name(), lease.epoch()));
    }
}
