package org.almoner.orphan;

import java.time.Clock;
import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.gateway.Onward;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Component;

/** Leaves an orphan as it is for a while; of one that has waited for days somebody is told, once. */
@Component
class Waiting {

    private final Orphans orphans;
    private final Alerts alerts;
    private final OrphanSettings settings;
    private final UnitOfWork unit;
    private final Clock clock;

    Waiting(Orphans orphans, Alerts alerts, OrphanSettings settings, UnitOfWork unit, Clock clock) {
        this.orphans = orphans;
        this.alerts = alerts;
        this.settings = settings;
        this.unit = unit;
        this.clock = clock;
    }

    /** For a person, or for time to tell. */
    Onward forReview(Orphan orphan, String reason) {
        orphans.leave(orphan.pendingId(), reason, settings.leaveFor());
        return left(orphan, reason);
    }

    /** For a gateway that is out of reach. */
    Onward forGateway(Orphan orphan) {
        String reason = "the gateway was out of reach";
        orphans.postpone(orphan.pendingId(), reason, settings.askAgainAfter());
        return left(orphan, reason);
    }

    private Onward left(Orphan orphan, String reason) {
        unit.count("orphan_left");
        if (!orphan.isAlerted() && orphan.begunAt().isBefore(clock.instant().minus(settings.alertAfter()))) {
            alerts.raise(new Alert(
                    "undecided orphan",
                    "gateway=%s order=%s pending=%d: %s"
                            .formatted(
                                    orphan.payment().gateway(),
                                    orphan.payment().orderId(),
                                    orphan.pendingId(),
                                    reason)));
            orphans.markAlerted(orphan.pendingId());
        }
        return Onward.nothing();
    }
}
