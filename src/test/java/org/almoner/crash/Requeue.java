package org.almoner.crash;

import java.util.List;
import org.almoner.queue.DeadLetters;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Requeues in one database transaction all dead letters that wait for a predecessor, as the caretaker's chunks do. */
class Requeue {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final DeadLetters deadLetters;

    Requeue(JdbcTemplate jdbc, TransactionTemplate transactions, DeadLetters deadLetters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
    }

    void all() {
        transactions.executeWithoutResult(status -> due().forEach(deadLetters::requeue));
    }

    private List<Long> due() {
        return jdbc.queryForList("select id from dead_letter where retry_at is not null order by id", Long.class);
    }
}
