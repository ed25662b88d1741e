package org.almoner.transaction;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.almoner.queue.DuplicateMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps an event once and takes the payment's view to where the events lead now, in whatever order they come. */
@Component
class TransactionEventHandler {

    private final Transactions transactions;
    private final Clock clock;

    TransactionEventHandler(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public void handle(TransactionMessage message) {
        var history = transactions.history(message.event().transactionId());
        if (history.has(message.event().id())) {
            throw new DuplicateMessage("the event is kept already");
        }
        var events = new ArrayList<>(history.events());
        var event = message.event().numbered(events.size() + 1);
        events.add(event);
        transactions.append(event);
        Transaction.of(events).ifPresent(now -> transactions.show(now, decideBy(history, now)));
    }

    /** A decision stands while nothing has become known that it might have depended on. */
    private @Nullable Instant decideBy(TransactionHistory history, Transaction now) {
        boolean tookNoOtherCourse = history.transaction()
                .filter(before -> before.course().equals(now.course()))
                .isPresent();
        return tookNoOtherCourse ? history.decideBy() : transactions.decideBy(now, clock.instant());
    }
}
