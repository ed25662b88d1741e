package org.almoner.transaction;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** Expired payments whose refund somebody should have decided on by now. */
@Repository
public class UndecidedTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(UndecidedTransactions.class);

    /** Of one that cannot be read as well, or it would be tried for ever before all others. */
    private static final String POSTPONE =
            "update transaction_view set decide_by = ? where transaction_id = any (?) and decide_by <= ?";

    private final Transactions transactions;
    private final UnitOfWork unit;
    private final TransactionSettings settings;
    private final Clock clock;

    UndecidedTransactions(Transactions transactions, UnitOfWork unit, TransactionSettings settings, Clock clock) {
        this.transactions = transactions;
        this.unit = unit;
        this.settings = settings;
        this.clock = clock;
    }

    /** The expiry messages of those that are still undecided, which then have as much time as before. */
    public List<TransactionMessage> reissue(Collection<String> transactionIds) {
        var now = clock.instant();
        var messages = transactions.histories(transactionIds).values().stream()
                .filter(history -> history.isUndecidedAt(now))
                .flatMap(history -> message(history).stream())
                .toList();
        unit.write(POSTPONE, now.plus(settings.reissueAfter()), transactionIds.toArray(String[]::new), now);
        return messages;
    }

    private static Optional<TransactionMessage> message(TransactionHistory history) {
        try {
            return history.transaction()
                    .flatMap(payment -> payment.heeded(EventCode.EXPIRED))
                    .map(TransactionMessage::of);
        } catch (InvalidMessage e) {
            LOG.warn("transaction={} is undecided and cannot be read: {}", history.transactionId(), e.getMessage());
            return Optional.empty();
        }
    }
}
