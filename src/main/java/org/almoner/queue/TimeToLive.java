package org.almoner.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * For how long a message is worth handling, from the time that it says it was pushed at. One that comes later is kept as a dead
 * letter; one that does not say is handled.
 *
 * @param limit for ever if it is not more than 0
 */
record TimeToLive(Duration limit, ObjectMapper json, Clock clock) {

    /** @throws InvalidMessage when it is over */
    void check(Message message) {
        if (limit.isNegative() || limit.isZero()) {
            return;
        }
        long pushedAt = enqueuedTime(message);
        if (pushedAt > 0 && Instant.ofEpochSecond(pushedAt).plus(limit).isBefore(clock.instant())) {
            throw new InvalidMessage("is older than its time to live of " + limit);
        }
    }

    private long enqueuedTime(Message message) {
        try {
            JsonNode fields = json.readTree(message.text());
            return fields.path("source_enqueued_time").asLong(0);
        } catch (JsonProcessingException
                | NumberFormatException e) { // the latter of a number that no memory would hold
            return 0; // whoever reads it next says so better
        }
    }
}
