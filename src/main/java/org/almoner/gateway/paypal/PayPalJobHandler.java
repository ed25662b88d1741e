package org.almoner.gateway.paypal;

import java.util.Map;
import org.almoner.gateway.DeletePending;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Does the work that PayPal's notifications leave. */
@Component
class PayPalJobHandler {

    private final JobTable jobs;

    PayPalJobHandler(IpnJob ipn, DeletePending deletePending) {
        jobs = new JobTable(Map.of(IpnJob.NAME, ipn, DeletePending.NAME, deletePending));
    }

    public Onward handle(GatewayJob job) {
        return jobs.run(job);
    }
}
