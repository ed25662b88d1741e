package org.almoner.gateway.adyen;

import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/** A report that Adyen says is ready. */
record ReportRequest(@Text @Nullable String account, @Text(1000) String reportUrl) {

    ReportRequest {
        Required.text("reportUrl", reportUrl);
    }
}
