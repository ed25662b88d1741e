package org.almoner.orphan;

import java.util.Optional;
import org.almoner.gateway.AnsweredCall;
import org.springframework.stereotype.Component;

/** Finds the orphan that an answer is about, unless there is nothing left to decide about it. */
@Component
class OpenOrphans {

    private final Orphans orphans;
    private final PendingMessages messages;

    OpenOrphans(Orphans orphans, PendingMessages messages) {
        this.orphans = orphans;
        this.messages = messages;
    }

    /** Its row is this unit of work's then. What a donation, or a failure, has resolved meanwhile is left alone. */
    Optional<Orphan> of(AnsweredCall answered) {
        var row = orphans.open(answered.context().path(OrphanCalls.PENDING_ID).asLong());
        if (row.isPresent() && row.get().message() == null) {
            orphans.decide(row.get().pendingId(), Decision.ELSEWHERE, "was resolved meanwhile", null);
            return Optional.empty();
        }
        return row.map(this::orphan);
    }

    private Orphan orphan(Orphans.Row row) {
        var message = messages.fields(String.valueOf(row.message()));
        return new Orphan(
                row.pendingId(),
                row.begunAt(),
                row.awaitsStatus(),
                row.round(),
                row.isAlerted(),
                messages.read(message, BegunPayment.class),
                message);
    }
}
