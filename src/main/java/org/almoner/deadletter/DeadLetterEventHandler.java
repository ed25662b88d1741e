package org.almoner.deadletter;

import java.util.List;
import java.util.Optional;
import org.almoner.deadletter.DeadLetterEvent.Known;
import org.almoner.queue.InvalidMessage;
import org.almoner.transaction.Transaction;
import org.almoner.transaction.TransactionHistory;
import org.almoner.transaction.TransactionInfo;
import org.almoner.transaction.Transactions;
import org.springframework.stereotype.Component;

/** Archives what somebody could not handle, byte for byte, with whatever is known of the payment that it names. */
@Component
class DeadLetterEventHandler {

    private final Transactions transactions;
    private final OrderLookUp orders;
    private final DeadLetterEvents archive;

    DeadLetterEventHandler(Transactions transactions, OrderLookUp orders, DeadLetterEvents archive) {
        this.transactions = transactions;
        this.orders = orders;
        this.archive = archive;
    }

    public void handle(byte[] message) {
        var read = DeadMessage.read(message);
        var known = read.transactionId()
                .flatMap(this::payment)
                .map(TransactionInfo::of)
                .map(this::known);
        archive.add(new DeadLetterEvent(message, read, known.orElse(null)));
    }

    private Optional<Transaction> payment(String id) {
        try {
            return Optional.ofNullable(transactions.histories(List.of(id)).get(id))
                    .flatMap(TransactionHistory::transaction);
        } catch (InvalidMessage e) {
            return Optional.empty(); // an event of it that cannot be read is no reason to lose this one
        }
    }

    private Known known(TransactionInfo payment) {
        return new Known(payment, orders.details(payment));
    }
}
