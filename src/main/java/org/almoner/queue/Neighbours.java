package org.almoner.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which messages of a claim may concern each other: those that share a lock, and those of which nothing is known. */
class Neighbours {

    private final List<MessageInHand> messages;
    private final Map<String, List<MessageInHand>> byLock = new HashMap<>();
    private final List<MessageInHand> withoutLocks = new ArrayList<>();
    private @Nullable MessageInHand last;
    private Collection<MessageInHand> ofLast = List.of();

    Neighbours(List<MessageInHand> messages) {
        this.messages = messages;
    }

    /** Itself among them. */
    Collection<MessageInHand> of(MessageInHand message) {
        if (message != last) {
            last = message;
            ofLast = message.locks().isEmpty() ? messages : sharing(message);
        }
        return ofLast;
    }

    private Set<MessageInHand> sharing(MessageInHand message) {
        if (byLock.isEmpty()) {
            messages.forEach(this::add);
        }
        Set<MessageInHand> found = new LinkedHashSet<>(withoutLocks);
        message.locks().forEach(lock -> found.addAll(byLock.getOrDefault(lock, List.of())));
        return found;
    }

    private void add(MessageInHand message) {
        if (message.locks().isEmpty()) {
            withoutLocks.add(message);
        }
        message.locks().forEach(lock -> byLock.computeIfAbsent(lock, unused -> new ArrayList<>(1))
                .add(message));
    }
}
