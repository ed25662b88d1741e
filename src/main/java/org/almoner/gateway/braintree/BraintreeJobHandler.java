package org.almoner.gateway.braintree;

import java.util.Map;
import org.almoner.gateway.DeletePending;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Does what is to be done about what Braintree has said. Bodies of the listener before this one name no class: they stay dead. */
@Component("braintreeJobHandler")
class BraintreeJobHandler {

    static final String NOTIFICATION = "SmashPig\\PaymentProviders\\Braintree\\Jobs\\NotificationJob";

    private final JobTable jobs;

    BraintreeJobHandler(RecordBraintreeNews news, DeletePending deletePending) {
        jobs = new JobTable(Map.of(NOTIFICATION, news::run, DeletePending.NAME, deletePending));
    }

    public Onward handle(GatewayJob job) {
        return jobs.run(job);
    }
}
