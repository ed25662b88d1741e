package org.almoner.gateway.adyen;

import java.util.Map;
import org.almoner.gateway.DeletePending;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Does the work that Adyen's notifications, and the audit of its payments, leave. */
@Component
class AdyenJobHandler {

    private final JobTable jobs;

    AdyenJobHandler(
            DownloadAdyenReport downloadReport,
            ProcessAdyenCapture processCapture,
            RecordAdyenCapture recordCapture,
            KeepAdyenContract keepContract,
            TokenizeAdyenGift tokenizeGift,
            DeletePending deletePending) {
        jobs = new JobTable(Map.of(
                AdyenJobs.DOWNLOAD_REPORT, downloadReport,
                AdyenJobs.PROCESS_CAPTURE, processCapture,
                AdyenJobs.RECORD_CAPTURE, recordCapture,
                AdyenJobs.RECURRING_CONTRACT, keepContract,
                AdyenJobs.TOKENIZE_RECURRING, tokenizeGift,
                DeletePending.NAME, deletePending));
    }

    public Onward handle(GatewayJob job) {
        return jobs.run(job);
    }
}
