package org.almoner.gateway.dlocal;

import java.util.Map;
import org.almoner.gateway.DeletePending;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Does what is to be done about a payment of dLocal's. */
@Component("dlocalJobHandler")
class DLocalJobHandler {

    static final String JOBS = "SmashPig\\PaymentProviders\\dlocal\\Jobs\\";

    private final JobTable jobs;

    DLocalJobHandler(
            RecordDLocalPayment record,
            KeepDLocalToken token,
            ReportDLocalRejection rejection,
            DeletePending deletePending) {
        jobs = new JobTable(Map.of(
                DeletePending.NAME,
                deletePending,
                JOBS + "PaidMessageJob",
                record::run,
                JOBS + "AuthorizedMessageJob",
                token::run,
                JOBS + "RejectedMessageJob",
                rejection::run));
    }

    public Onward handle(GatewayJob job) {
        return jobs.run(job);
    }
}
