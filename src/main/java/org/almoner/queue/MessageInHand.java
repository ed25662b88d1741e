package org.almoner.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message while it is being handled: what was written for it and not yet sent, and what became of it. */
class MessageInHand {

    final int number;
    final Message message;
    final List<Write> unsentWrites = new ArrayList<>(4);
    final List<String> unsentKeys = new ArrayList<>(1);
    final List<String> counted = new ArrayList<>(0);

    private Set<String> locks = Set.of();
    private Outcome outcome = Outcome.HANDLED;
    private @Nullable Failure failure;
    private boolean sent;

    MessageInHand(int number, Message message) {
        this.number = number;
        this.message = message;
    }

    void lock(Set<String> values) {
        locks = values;
    }

    /** Values that no other claim may handle at the same time; none where the queue names no locks. */
    Set<String> locks() {
        return locks;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether what its route does still counts. */
    boolean isLiving() {
        return outcome == Outcome.HANDLED;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    /** Whether PostgreSQL has seen something of it, so that it can no longer simply be taken out of the buffer. */
    boolean isSent() {
        return sent;
    }

    void markSent() {
        sent = true;
    }

    void becomesDuplicate() {
        takeOut();
        outcome = Outcome.DUPLICATE;
    }

    void dies(Failure cause) {
        takeOut();
        outcome = Outcome.DEAD;
        failure = cause;
    }

    private void takeOut() {
        unsentWrites.clear();
        unsentKeys.clear();
        counted.clear();
    }
}
