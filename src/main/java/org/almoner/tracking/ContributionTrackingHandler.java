package org.almoner.tracking;

import org.springframework.stereotype.Component;

/** Adds what a message tells of a visit to what is known of it; the first contribution of a visit stays its own. */
@Component
class ContributionTrackingHandler {

    private final ContributionTrackings trackings;

    ContributionTrackingHandler(ContributionTrackings trackings) {
        this.trackings = trackings;
    }

    public void handle(ContributionTracking tracking) {
        if (tracking.isFromAudit()) {
            trackings.addIfUnknown(tracking);
        } else {
            trackings.keep(tracking);
        }
    }
}
