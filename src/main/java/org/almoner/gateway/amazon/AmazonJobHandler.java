package org.almoner.gateway.amazon;

import java.util.Map;
import org.almoner.gateway.DeletePending;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Does the work that Amazon Pay's notifications leave. */
@Component
class AmazonJobHandler {

    private final JobTable jobs;

    AmazonJobHandler(
            RecordPayment recordPayment,
            RetryAuthorization retryAuthorization,
            LookUp lookUp,
            ConfirmSubscription confirmSubscription,
            DeletePending deletePending) {
        jobs = new JobTable(Map.of(
                AmazonJobs.RECORD_PAYMENT,
                recordPayment,
                AmazonJobs.RETRY_AUTHORIZATION,
                retryAuthorization,
                AmazonJobs.LOOK_UP_CHARGE,
                lookUp.of(ChargeLookedUp.PURPOSE),
                AmazonJobs.LOOK_UP_REFUND,
                lookUp.of(RefundLookedUp.PURPOSE),
                AmazonJobs.CONFIRM_SUBSCRIPTION,
                confirmSubscription,
                DeletePending.NAME,
                deletePending));
    }

    public Onward handle(GatewayJob job) {
        return jobs.run(job);
    }
}
