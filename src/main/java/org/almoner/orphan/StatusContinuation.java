package org.almoner.orphan;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentStatus;
import org.springframework.stereotype.Component;

/** Decides about an orphan when its gateway has said how it stands. */
@Component(OrphanCalls.STATUS)
class StatusContinuation implements Continuation {

    private final OpenOrphans orphans;
    private final Judge judge;
    private final Rectification rectification;
    private final PendingMessages messages;

    StatusContinuation(OpenOrphans orphans, Judge judge, Rectification rectification, PendingMessages messages) {
        this.orphans = orphans;
        this.judge = judge;
        this.rectification = rectification;
        this.messages = messages;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        return orphans.of(answered)
                .filter(orphan -> isAnswerTo(orphan, answered))
                .map(orphan -> goOn(orphan, answered))
                .orElseGet(Onward::nothing);
    }

    /** A late answer to an earlier question says how it stood then. */
    private static boolean isAnswerTo(Orphan orphan, AnsweredCall answered) {
        return orphan.awaitsStatus()
                && orphan.round() == answered.context().path(OrphanCalls.ROUND).asInt();
    }

    private Onward goOn(Orphan orphan, AnsweredCall answered) {
        return switch (answered.outcome()) {
            case UNAVAILABLE -> rectification.postpone(orphan);
            case REFUSED -> rectification.refuse(orphan, answered);
            case DONE -> {
                var status = messages.read(answered.detail(), PaymentStatus.class);
                var known = orphan.completedBy(status);
                yield rectification.rectify(known, judge.on(known, status));
            }
        };
    }
}
