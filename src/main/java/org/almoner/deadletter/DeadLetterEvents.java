package org.almoner.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The archive of what payment services could not handle. */
@Repository
public class DeadLetterEvents {

    private final UnitOfWork unit;
    private final ObjectMapper json;
    private final Clock clock;

    DeadLetterEvents(UnitOfWork unit, ObjectMapper json, Clock clock) {
        this.unit = unit;
        this.json = json.copy().setSerializationInclusion(Include.NON_NULL);
        this.clock = clock;
    }

    /** At once, not with the claim: whatever keeps it from being archived is to be tried again, and not for ever. */
    void add(DeadLetterEvent event) {
        unit.read(
                """
                insert into dead_letter_event
                    (id, queue_name, inserted_at, data, reason, transaction_id, transaction_info)
                values (?, ?, ?, ?, ?, ?, ?::jsonb) returning 1
                """,
                (row, n) -> n,
                UUID.randomUUID(),
                unit.queue(),
                clock.instant(),
                event.data(),
                event.read().category().orElse(null),
                event.read().transactionId().orElse(null),
                info(event));
    }

    /** Takes the data, which may tell of people, and leaves what else is known. */
    public void empty(List<String> ids) {
        unit.write(
                "update dead_letter_event set data = '', purged_at = ? where id = any (?::uuid[])",
                clock.instant(),
                ids.toArray(String[]::new));
    }

    private String info(DeadLetterEvent event) {
        try {
            return json.writeValueAsString(Objects.requireNonNullElse(event.known(), Map.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is known of a payment cannot be written", e);
        }
    }
}
