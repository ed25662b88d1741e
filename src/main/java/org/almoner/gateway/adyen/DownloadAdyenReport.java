package org.almoner.gateway.adyen;

import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Has a report fetched. Its URL is signed by nobody, and whoever is asked for it is told our password: only Adyen may be. */
@Component
class DownloadAdyenReport implements JobTable.Job {

    private final AdyenCalls calls;
    private final AdyenSettings settings;
    private final GatewayJson json;

    DownloadAdyenReport(AdyenCalls calls, AdyenSettings settings, GatewayJson json) {
        this.calls = calls;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Onward run(GatewayJob job) {
        var report = json.read(job.payload(), ReportRequest.class);
        if (!settings.reports().allow(report.reportUrl())) {
            throw new InvalidMessage("reportUrl is none from which a report may be fetched");
        }
        calls.fetch(report);
        return Onward.nothing();
    }
}
