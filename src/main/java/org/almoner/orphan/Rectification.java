package org.almoner.orphan;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Onward;
import org.almoner.pending.PendingPayments;
import org.springframework.stereotype.Component;

/** Has done what was decided about an orphan. */
@Component
class Rectification {

    private final Orphans orphans;
    private final OrphanCalls calls;
    private final PendingPayments pending;
    private final Settlement settlement;
    private final Waiting waiting;
    private final OrphanNews news;

    Rectification(
            Orphans orphans,
            OrphanCalls calls,
            PendingPayments pending,
            Settlement settlement,
            Waiting waiting,
            OrphanNews news) {
        this.orphans = orphans;
        this.calls = calls;
        this.pending = pending;
        this.settlement = settlement;
        this.waiting = waiting;
        this.news = news;
    }

    Onward rectify(Orphan orphan, Ruling ruling) {
        return news.fraudCheck(orphan, ruling).and(decided(orphan, ruling));
    }

    /** Everything stays as it was. */
    Onward postpone(Orphan orphan) {
        return waiting.forGateway(orphan);
    }

    Onward refuse(Orphan orphan, AnsweredCall answered) {
        return settlement.refused(orphan, null, "the gateway does not tell: " + answered.reason());
    }

    private Onward decided(Orphan orphan, Ruling ruling) {
        return switch (ruling.decision()) {
            case COMPLETE -> settlement.complete(orphan, ruling.validationAction(), ruling.reason());
            case CAPTURE -> {
                act(orphan, ruling);
                calls.capture(orphan, ruling);
                yield Onward.nothing();
            }
            case CANCEL -> {
                act(orphan, ruling);
                calls.cancel(orphan, ruling);
                yield Onward.nothing();
            }
            case LEAVE -> waiting.forReview(orphan, ruling.reason());
            case FAILED, CANCELLED, UNRESOLVABLE, ELSEWHERE ->
                settlement.failed(orphan, ruling.validationAction(), ruling.reason());
        };
    }

    /** What the gateway knew of it stays with the pending payment, for whoever tells of the donation. */
    private void act(Orphan orphan, Ruling ruling) {
        pending.complete(orphan.pendingId(), orphan.message().toString(), orphan.gatewayTxnId());
        orphans.act(orphan.pendingId(), ruling, orphan.gatewayTxnId());
    }
}
