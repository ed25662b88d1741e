package org.almoner.gateway.ingenico;

import java.util.Map;
import org.almoner.gateway.DeletePending;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Does what is to be done about a payment of Ingenico's. */
@Component("ingenicoJobHandler")
class IngenicoJobHandler {

    static final String JOBS = "SmashPig\\PaymentProviders\\Ingenico\\";

    private final JobTable jobs;

    IngenicoJobHandler(TokeniseIngenicoRecurring tokenise, RecordIngenicoPayment record, DeletePending deletePending) {
        jobs = new JobTable(Map.of(
                JOBS + "TokenizeRecurringJob",
                tokenise::run,
                JOBS + "RecordPaymentJob",
                record::run,
                DeletePending.NAME,
                deletePending));
    }

    public Onward handle(GatewayJob job) {
        return jobs.run(job);
    }
}
