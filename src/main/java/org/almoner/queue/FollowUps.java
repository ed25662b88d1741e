package org.almoner.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Follow-ups of a caretaker: many at once, each with its own time, within the database transaction that causes them. */
@Component
public class FollowUps {

    private static final String ADD =
            """
            insert into outbox (queue, body, due_at)
            select ?, body, due_at::timestamptz from unnest(?::bytea[], ?::text[]) as told (body, due_at)
            """;

    private final UnitOfWork unit;
    private final Relay relay;
    private final ObjectMapper json;

    FollowUps(UnitOfWork unit, Relay relay, ObjectMapper json) {
        this.unit = unit;
        this.relay = relay;
        this.json = json;
    }

    /** A message and when it is pushed. */
    public record Due(Object message, Instant at) {}

    public void send(String queue, List<Due> messages) {
        unit.write(
                ADD,
                queue,
                messages.stream().map(this::bytes).toArray(byte[][]::new),
                messages.stream().map(message -> message.at().toString()).toArray(String[]::new));
        TransactionSynchronizationManager.registerSynchronization(relay);
    }

    private byte[] bytes(Due due) {
        try {
            return json.writeValueAsBytes(due.message());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a follow-up cannot be written as JSON", e);
        }
    }
}
