package org.almoner.alert;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells alerts where whoever is on call looks: one line at ERROR and one more in the metric {@code almoner.alerts}. */
@Component
public class AlertLog {

    private static final Logger LOG = LoggerFactory.getLogger(AlertLog.class);

    private final Alerts alerts;
    private final MeterRegistry meters;

    AlertLog(Alerts alerts, MeterRegistry meters) {
        this.alerts = alerts;
        this.meters = meters;
    }

    /** Belongs into a database transaction: where it is rolled back, they are told again. */
    public void tellWhatIsNew() {
        alerts.raiseForRejectedMessages();
        alerts.tell().forEach(this::tell);
        alerts.deleteOld();
    }

    private void tell(Alert alert) {
        LOG.error("alert kind=\"{}\" {}", alert.kind(), alert.about());
        meters.counter("almoner.alerts", "kind", alert.kind()).increment();
    }
}
