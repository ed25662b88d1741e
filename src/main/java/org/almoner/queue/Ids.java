package org.almoner.queue;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Ids for rows that are not written yet, so that the rows of one unit of work can refer to each other while they wait to
 * be sent together. Taken from the sequence many at a time; those that are not used leave gaps.
 */
@Component
public class Ids {

    private static final int AT_A_TIME = 100;

    private final Statements statements;
    private final Map<String, Queue<Long>> taken = new ConcurrentHashMap<>();

    Ids(Statements statements) {
        this.statements = statements;
    }

    /** @param sequence of the database */
    public long next(String sequence) {
        var ids = taken.computeIfAbsent(sequence, name -> new ArrayDeque<>());
        synchronized (ids) {
            if (ids.isEmpty()) {
                ids.addAll(statements.query(
                        "select nextval(?::regclass) from generate_series(1, ?)",
                        (row, n) -> row.getLong(1),
                        sequence,
                        AT_A_TIME));
            }
            return ids.remove();
        }
    }
}
