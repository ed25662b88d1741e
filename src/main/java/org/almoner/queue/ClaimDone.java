package org.almoner.queue;

import java.util.List;

/** A claim and what became of its messages. */
record ClaimDone(Claim claim, List<MessageInHand> messages) {

    /** From this size on, a claim of which everything dies of a bug says that the program is wrong, not the messages. */
    private static final int LARGE = 10;

    int count(Outcome outcome) {
        return (int) messages.stream().filter(m -> m.outcome() == outcome).count();
    }

    List<MessageInHand> dead() {
        return messages.stream().filter(m -> m.outcome() == Outcome.DEAD).toList();
    }

    boolean isBadDeploy() {
        return messages.size() >= LARGE && messages.stream().allMatch(ClaimDone::diedOfBug);
    }

    private static boolean diedOfBug(MessageInHand message) {
        var failure = message.failure();
        return failure != null && failure.kind() == Failure.Kind.BUG;
    }
}
