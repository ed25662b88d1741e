package org.almoner.orphan;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Settles an orphan when its gateway has let go of the money. */
@Component(OrphanCalls.CANCEL)
class CancelContinuation implements Continuation {

    private final OpenOrphans orphans;
    private final Settlement settlement;
    private final Waiting waiting;

    CancelContinuation(OpenOrphans orphans, Settlement settlement, Waiting waiting) {
        this.orphans = orphans;
        this.settlement = settlement;
        this.waiting = waiting;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        return orphans.of(answered).map(orphan -> goOn(orphan, answered)).orElseGet(Onward::nothing);
    }

    private Onward goOn(Orphan orphan, AnsweredCall answered) {
        var action = answered.context().path(OrphanCalls.VALIDATION_ACTION).textValue();
        return switch (answered.outcome()) {
            case DONE -> settlement.cancelled(orphan, action, "cancelled");
            case UNAVAILABLE -> waiting.forGateway(orphan);
            case REFUSED -> waiting.forReview(orphan, "the gateway does not cancel it: " + answered.reason());
        };
    }
}
