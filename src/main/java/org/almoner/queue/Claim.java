package org.almoner.queue;

import java.util.List;
import java.util.Map;

/**
 * Up to N messages that one worker took from a queue.
 *
 * @param deliveries how many workers have had this claim, this one included
 * @param suspicions by message number, how often a worker died while it handled that message alone
 */
record Claim(String id, String queue, List<Message> messages, int deliveries, Map<Integer, Integer> suspicions) {

    /** Three workers died of it: from here on each message is marked before it is handled. */
    private static final int CRASHES_BEFORE_SUSPICION = 3;

    /** Twice the same message: once may be a process that was killed from outside at that moment. */
    private static final int CRASHES_OF_A_KILLER = 2;

    boolean isSuspicious() {
        return deliveries > CRASHES_BEFORE_SUSPICION;
    }

    boolean isKiller(int number) {
        return crashes(number) >= CRASHES_OF_A_KILLER;
    }

    int crashes(int number) {
        return suspicions.getOrDefault(number, 0);
    }
}
