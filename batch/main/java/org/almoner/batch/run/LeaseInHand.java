package org.almoner.batch.run;

import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A lease while its job runs on this thread. Unless the work is done, whoever looks next goes on with it. */
class LeaseInHand implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseInHand.class);

    private final Lease lease;
    private final Leases leases;
    private final Fence fence;
    private final Future<?> renewals;
    private boolean done;

    LeaseInHand(Lease lease, Leases leases, Fence fence, Future<?> renewals) {
        this.lease = lease;
        this.leases = leases;
        this.fence = fence;
        this.renewals = renewals;
        fence.open(lease);
    }

    /** Whether nothing is left to go on with. */
    void done(boolean done) {
        this.done = done;
    }

    @Override
    public void close() {
        renewals.cancel(false);
        fence.close();
        try {
            if (done) {
                leases.release(lease);
            } else {
                leases.leave(lease);
            }
        } catch (DataAccessException e) {
            LOG.warn("job={} its lease could not be released, it will lapse", lease.name());
        }
    }
}
