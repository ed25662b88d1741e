package org.almoner.orphan;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Settles an orphan when its gateway has captured it, or begun its recurring payment. */
@Component(OrphanCalls.CAPTURE)
class CaptureContinuation implements Continuation {

    private final OpenOrphans orphans;
    private final Settlement settlement;
    private final Waiting waiting;

    CaptureContinuation(OpenOrphans orphans, Settlement settlement, Waiting waiting) {
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
            case UNAVAILABLE -> waiting.forGateway(orphan);
            case REFUSED -> settlement.refused(orphan, action, "the gateway does not capture it: " + answered.reason());
            case DONE ->
                orphan.payment().isPayPals() && orphan.payment().isRecurring()
                        ? settlement.subscribed(orphan, action)
                        : settlement.complete(
                                orphan.capturedAs(
                                        answered.detail().path("gateway_txn_id").asText("")),
                                action,
                                "captured");
        };
    }
}
