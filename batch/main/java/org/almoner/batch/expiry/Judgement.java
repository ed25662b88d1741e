package org.almoner.batch.expiry;

import static org.almoner.transaction.TransactionStatus.CANCELLATION_EXPIRED;
import static org.almoner.transaction.TransactionStatus.EXPIRED;
import static org.almoner.transaction.TransactionStatus.EXPIRED_NOT_AUTHORIZED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almoner.queue.InvalidMessage;
import org.almoner.transaction.Transaction;
import org.almoner.transaction.TransactionHistory;
import org.almoner.transaction.TransactionStatus;
import org.jspecify.annotations.Nullable;

/** What becomes of the payments of a page at a moment: decided by their events, never by the view. */
class Judgement {

    /** Where somebody's money may have to go back, that is decided first. */
    private static final List<TransactionStatus> ORDER = List.of(EXPIRED, CANCELLATION_EXPIRED, EXPIRED_NOT_AUTHORIZED);

    private final Instant now;
    private final Duration receiptTimeout;
    private final List<Transaction> expired = new ArrayList<>();
    private final List<Candidate> waiting = new ArrayList<>();
    private final Map<String, String> unreadable = new LinkedHashMap<>();
    private int settled;

    Judgement(Instant now, Duration receiptTimeout) {
        this.now = now;
        this.receiptTimeout = receiptTimeout;
    }

    /** @param history nothing if there are no events */
    void judge(Candidate candidate, @Nullable TransactionHistory history) {
        try {
            var transaction = Optional.ofNullable(history).flatMap(TransactionHistory::transaction);
            if (transaction.filter(one -> one.status().isOpen()).isEmpty()) {
                settled++;
            } else if (!transaction.get().mayExpire(now, receiptTimeout)) {
                waiting.add(candidate);
            } else {
                expired.add(transaction.get().expired(now));
            }
        } catch (InvalidMessage e) {
            unreadable.put(candidate.transactionId(), String.valueOf(e.getMessage()));
        }
    }

    /** After the event that says so, in the order of their messages. */
    List<Transaction> expired() {
        return expired.stream()
                .sorted(Comparator.comparingInt(one -> ORDER.indexOf(one.status())))
                .toList();
    }

    /** Those that wait for a receipt, oldest first. */
    List<Candidate> waiting() {
        return waiting;
    }

    /** How many have come to an end since the view was read, or are not even activated. */
    int settled() {
        return settled;
    }

    /** Reasons, by payment. */
    Map<String, String> unreadable() {
        return unreadable;
    }
}
