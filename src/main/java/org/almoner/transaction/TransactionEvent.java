package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Personal;

/**
 * Something that happened to a payment.
 *
 * @param number its place among the events of the payment in the order in which they were kept; 0 before it is
 * @param createdAt when it happened, in the whole microseconds that PostgreSQL keeps
 * @param version of the wire format that it came in: payments of version 1 take a shorter way
 */
public record TransactionEvent(
        UUID id, String transactionId, int number, EventCode code, Instant createdAt, int version, EventData data)
        implements Personal {

    /** Events may arrive in any order; those of one instant happened in the order in which they were kept. */
    static final Comparator<TransactionEvent> ORDER =
            Comparator.comparing(TransactionEvent::createdAt).thenComparing(TransactionEvent::number);

    static final int NEWEST_VERSION = 2;
    private static final int LENGTH_OF_ID = 32;

    public TransactionEvent {
        if (transactionId.length() != LENGTH_OF_ID) {
            throw new InvalidMessage("transactionId has not 32 characters");
        }
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** One of ours; by its id the same, whoever comes to the same conclusion. */
    static TransactionEvent ours(String transactionId, int number, EventCode code, Instant createdAt, EventData data) {
        byte[] name = (transactionId + number + code).getBytes(StandardCharsets.UTF_8);
        return new TransactionEvent(
                UUID.nameUUIDFromBytes(name), transactionId, number, code, createdAt, NEWEST_VERSION, data);
    }

    @JsonValue
    TransactionMessage.Document document() {
        return TransactionMessage.Document.of(this);
    }

    TransactionEvent numbered(int newNumber) {
        return new TransactionEvent(id, transactionId, newNumber, code, createdAt, version, data);
    }

    /** Whether what it tells of went well; producers say so in four ways. */
    boolean isPositive() {
        return is("/responseOutcome", "OK")
                || is("/transactionGatewayAuthorizationData/operationResult", "EXECUTED")
                || is("/transactionGatewayAuthorizationData/outcome", "OK")
                || is("/transactionGatewayAuthorizationData/authorizationResultDto", "OK")
                || is("/authorizationResultDto", "OK");
    }

    /** Whether it says that a closure or a receipt went wrong: to say nothing is not to say no. */
    boolean isNegative() {
        return is("/responseOutcome", "KO");
    }

    private boolean is(String path, String value) {
        return data.text(path).filter(value::equals).isPresent();
    }

    @Override
    public String toString() {
        return masked();
    }
}
