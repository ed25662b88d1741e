package org.almoner.gateway.gravy;

import java.util.Map;
import org.almoner.gateway.DeletePending;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Does what is to be done about what Gravy has hinted at. */
@Component("gravyJobHandler")
class GravyJobHandler {

    static final String JOBS = "SmashPig\\PaymentProviders\\Gravy\\Jobs\\";

    private final JobTable jobs;

    GravyJobHandler(
            GravyStatuses statuses,
            CaptureGravyPayment capture,
            CancelGravyRecurring cancel,
            DownloadGravyReport report,
            DeletePending deletePending) {
        jobs = new JobTable(Map.of(
                DeletePending.NAME,
                deletePending,
                JOBS + "ProcessCaptureRequestJob",
                capture::run,
                JOBS + "RecordCaptureJob",
                job -> statuses.ask(job, RecordGravyCapture.PURPOSE),
                JOBS + "LookUpRefundJob",
                job -> statuses.ask(job, ReportGravyRefund.PURPOSE),
                JOBS + "LookUpFailureJob",
                job -> statuses.ask(job, ReportGravyFailure.PURPOSE),
                JOBS + "RecurringCancellationJob",
                cancel::run,
                JOBS + "DownloadReportJob",
                report::run));
    }

    public Onward handle(GatewayJob job) {
        return jobs.run(job);
    }
}
