package org.almoner.batch.expiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments that may expire, oldest first, as the partial index {@code transaction_view_open} has them. */
@Repository
class OpenTransactions {

    /** Constants and no parameters, or PostgreSQL could not tell that the index has all of them. */
    private static final String OPEN =
            """
            from transaction_view
            where status in ('ACTIVATED', 'AUTHORIZATION_REQUESTED', 'AUTHORIZATION_COMPLETED', 'CANCELLATION_REQUESTED',
                'CLOSURE_REQUESTED', 'CLOSURE_ERROR', 'CLOSED', 'NOTIFIED_KO', 'NOTIFICATION_ERROR', 'NOTIFICATION_REQUESTED')
            """;

    private final JdbcClient sql;

    OpenTransactions(JdbcClient sql) {
        this.sql = sql;
    }

    /** By key, not by offset: those that wait at the head would be read again and again, and starve the others. */
    List<Candidate> page(Candidate last, Instant until, int size) {
        return sql.sql(
                        "select transaction_id, created_at " + OPEN
                                + """
                                and (created_at, transaction_id) > (:created_at, :id) and created_at <= :until
                                order by created_at, transaction_id limit :size
                                """)
                .param("created_at", utc(last.createdAt()))
                .param("id", last.transactionId())
                .param("until", utc(until))
                .param("size", size)
                .query((row, n) ->
                        new Candidate(row.getString("transaction_id"), createdAt(row), last.number() + 1 + n))
                .list();
    }

    long count(Instant from, Instant until) {
        return sql.sql("select count(*) " + OPEN + "and created_at between :from and :until")
                .param("from", utc(from))
                .param("until", utc(until))
                .query(Long.class)
                .single();
    }

    Optional<Instant> oldest() {
        return sql.sql("select created_at " + OPEN + "order by created_at, transaction_id limit 1")
                .query((row, n) -> createdAt(row))
                .optional();
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
