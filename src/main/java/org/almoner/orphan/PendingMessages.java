package org.almoner.orphan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Reads the messages of pending payments, and what gateways say, as if they came from a queue. */
@Component
class PendingMessages {

    private final ObjectMapper json;

    PendingMessages(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode fields(String text) {
        try {
            return json.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new InvalidMessage("the message of a pending payment is not a JSON object");
        }
    }

    /** @throws InvalidMessage when a field has a value that it may not have */
    <T> T read(ObjectNode fields, Class<T> type) {
        try {
            return json.treeToValue(fields, type);
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof InvalidMessage invalid
                    ? invalid
                    : new InvalidMessage("is no " + type.getSimpleName());
        }
    }

    ObjectNode none() {
        return json.createObjectNode();
    }
}
