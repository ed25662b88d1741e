package org.almoner.orphan;

import java.time.Clock;
import java.util.Objects;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.RiskRule;
import org.springframework.stereotype.Component;

/** Gathers the evidence about an orphan and has the rule applied to it. */
@Component("orphanJudge")
class Judge {

    private final Orphans orphans;
    private final DonorHistories donors;
    private final FrontEnd frontEnd;
    private final OrphanCalls calls;
    private final OrphanRule rule;
    private final Clock clock;

    Judge(Orphans orphans, DonorHistories donors, FrontEnd frontEnd, OrphanCalls calls, RiskRule risk, Clock clock) {
        this.orphans = orphans;
        this.donors = donors;
        this.frontEnd = frontEnd;
        this.calls = calls;
        this.rule = new OrphanRule(risk);
        this.clock = clock;
    }

    Ruling on(Orphan orphan, PaymentStatus status) {
        return rule.on(orphan.payment(), status, evidence(orphan), clock.instant());
    }

    private Evidence evidence(Orphan orphan) {
        var payment = orphan.payment();
        long visit = Objects.requireNonNull(payment.contributionTrackingId());
        String order = Objects.requireNonNull(payment.orderId());
        return new Evidence(
                donors.hasContribution(visit),
                calls.isBeingCaptured(orphan),
                orphans.elsewhere(orphan.pendingId(), Identity.of(payment, orphan.gatewayTxnId())),
                frontEnd.scores(visit, order),
                donors.of(payment));
    }
}
