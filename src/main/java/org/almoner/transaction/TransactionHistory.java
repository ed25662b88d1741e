package org.almoner.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The events of one payment as they are kept, not read yet: one that cannot be read harms no other.
 *
 * @param decideBy see {@code transaction_view}
 */
public record TransactionHistory(String transactionId, List<Row> rows, @Nullable Instant decideBy) {

    /**
     * Nothing while the payment is not activated.
     *
     * @throws InvalidMessage when an event cannot be read
     */
    public Optional<Transaction> transaction() {
        return Transaction.of(events());
    }

    /** Whether somebody has decided already what is to become of the money. */
    boolean isDecided(Transaction payment) {
        return payment.status() == TransactionStatus.EXPIRED && decideBy == null;
    }

    boolean isUndecidedAt(Instant now) {
        return decideBy != null && !decideBy.isAfter(now);
    }

    List<TransactionEvent> events() {
        return rows.stream().map(Row::event).toList();
    }

    boolean has(UUID eventId) {
        return rows.stream().anyMatch(row -> row.id().equals(eventId));
    }

    /** A row of {@code transaction_event}. */
    public record Row(
            UUID id, String transactionId, int number, String eventCode, int version, Instant createdAt, String data)
            implements Personal {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("transaction_id"),
                    row.getInt("number"),
                    row.getString("event_code"),
                    row.getInt("version"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getString("data"));
        }

        TransactionEvent event() {
            return new TransactionEvent(
                    id, transactionId, number, EventCode.of(eventCode), createdAt, version, EventData.of(data));
        }

        @Override
        public String toString() {
            return masked();
        }
    }
}
