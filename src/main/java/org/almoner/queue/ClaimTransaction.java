package org.almoner.queue;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The database transaction around one pass through a claim: what is locked at its start, and where its stores write. */
@Component
class ClaimTransaction {

    private final TransactionTemplate transactions;
    private final UnitOfWork unit;
    private final Locks locks;

    ClaimTransaction(PlatformTransactionManager transactions, UnitOfWork unit, Locks locks) {
        this.transactions = new TransactionTemplate(transactions);
        this.unit = unit;
        this.locks = locks;
    }

    ClaimDone execute(ClaimInHand inHand, Terms terms, Function<TransactionStatus, ClaimDone> pass) {
        unit.open(inHand);
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                locks.take(inHand.messages(), terms.locks());
                return pass.apply(status);
            }));
        } finally {
            unit.close();
        }
    }
}
