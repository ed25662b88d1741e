package org.almoner.queue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;

/**
 * A claim during one pass through its unit of work: the buffer of what its messages wrote. In a swift pass writes are
 * kept until the end, so that a message that fails is simply taken out; in a careful pass each message is sent by itself.
 */
class ClaimInHand {

    private final Statements statements;
    private final String queue;
    private final List<MessageInHand> messages;
    private final boolean careful;
    private final Neighbours neighbours;
    private final Set<String> keys = new HashSet<>();

    private @Nullable MessageInHand current;
    private @Nullable Throwable unavailable;
    private boolean spoiled;

    ClaimInHand(Claim claim, boolean careful, Statements statements) {
        this.statements = statements;
        this.queue = claim.queue();
        this.careful = careful;
        this.messages = IntStream.range(0, claim.messages().size())
                .mapToObj(number -> new MessageInHand(number, claim.messages().get(number)))
                .toList();
        this.neighbours = new Neighbours(messages);
    }

    String queue() {
        return queue;
    }

    List<MessageInHand> messages() {
        return messages;
    }

    void take(MessageInHand message) {
        current = message;
        spoiled = false;
    }

    MessageInHand current() {
        if (current == null) {
            throw new IllegalStateException("no message is in hand");
        }
        return current;
    }

    /** Whether a store is out of reach: then nothing that happened says anything of a message. */
    @Nullable
    Throwable unavailable() {
        return unavailable;
    }

    /** Whether the database transaction holds something of the current message that must not be committed. */
    boolean isSpoiled() {
        return spoiled;
    }

    void write(String sql, @Nullable Object... parameters) {
        if (current().isLiving()) { // a route may go on after its message turned out to be a duplicate or died
            current().unsentWrites.add(new Write(sql, parameters));
        }
    }

    void count(String what) {
        if (current().isLiving()) {
            current().counted.add(what);
        }
    }

    <T> List<T> read(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        try {
            if (isBuffered(Tables.of(sql))) {
                send();
            }
            return statements.query(sql, mapper, parameters);
        } catch (DataAccessException e) {
            spoiled = true; // PostgreSQL has aborted the transaction, whatever the handler makes of the exception
            throw e;
        }
    }

    /** @return false when the key was handled before: the current message is a duplicate */
    boolean takeKey(String key) {
        var message = current();
        if (!message.isLiving()) {
            return false;
        }
        boolean fresh = careful ? !statements.takeKeys(List.of(key)).isEmpty() : keys.add(key);
        if (!fresh) {
            spoiled |= message.isSent();
            keys.removeAll(message.unsentKeys);
            message.becomesDuplicate();
        } else if (careful) {
            message.markSent();
        } else {
            message.unsentKeys.add(key);
        }
        return fresh;
    }

    void fail(Throwable thrown, Failure failure) {
        var message = current();
        if (failure.kind() == Failure.Kind.INFRASTRUCTURE) {
            unavailable = thrown;
            return;
        }
        spoiled |= message.isSent();
        boolean duplicate = message.outcome() == Outcome.DUPLICATE
                || Diagnosis.isDuplicate(thrown)
                || (!spoiled && wasHandledBefore(message));
        keys.removeAll(message.unsentKeys);
        if (duplicate) {
            message.becomesDuplicate();
        } else {
            message.dies(failure);
        }
    }

    /** Sends what is buffered: keys first, then what those messages wrote whose keys were not taken. */
    void send() {
        if (!careful) {
            takeKeys();
        }
        var bundles = new Bundles();
        for (var message : messages) {
            if (!message.unsentWrites.isEmpty()) {
                message.unsentWrites.forEach(bundles::add);
                message.unsentWrites.clear();
                message.markSent();
            }
        }
        bundles.forEach(statements::execute);
    }

    private void takeKeys() {
        List<MessageInHand> withKeys =
                messages.stream().filter(m -> !m.unsentKeys.isEmpty()).toList();
        if (withKeys.isEmpty()) {
            return;
        }
        Set<String> fresh = statements.takeKeys(
                withKeys.stream().flatMap(m -> m.unsentKeys.stream()).collect(Collectors.toSet()));
        for (var message : withKeys) {
            if (fresh.containsAll(message.unsentKeys)) {
                message.unsentKeys.clear();
                message.markSent();
            } else {
                spoiled |= message.isSent() || message.unsentKeys.stream().anyMatch(fresh::contains);
                message.becomesDuplicate();
            }
        }
    }

    private boolean wasHandledBefore(MessageInHand message) {
        return !message.unsentKeys.isEmpty() && statements.anyKeyTaken(message.unsentKeys);
    }

    /** By the message in hand, or by one that names somebody whom it names, too. */
    private boolean isBuffered(Collection<String> tables) {
        return neighbours.of(current()).stream()
                .flatMap(message -> message.unsentWrites.stream())
                .anyMatch(write -> write.tables().stream().anyMatch(tables::contains));
    }
}
