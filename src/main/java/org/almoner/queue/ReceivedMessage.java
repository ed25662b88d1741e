package org.almoner.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/** The message in hand with all that it said, for those who hand it on or put it together with another one. */
@Component
public class ReceivedMessage {

    private final UnitOfWork unit;
    private final ObjectMapper json;

    ReceivedMessage(UnitOfWork unit, ObjectMapper json) {
        this.unit = unit;
        this.json = json;
    }

    /** A follow-up that says the same, to be changed before it is returned. */
    public Forwarded forwarded() {
        return new Forwarded(fields(unit.text()));
    }

    /** An earlier message with everything laid over it that the message in hand says, blank or not. */
    public Forwarded laidOver(String earlier) {
        ObjectNode fields = fields(earlier);
        fields.setAll(fields(unit.text()));
        return new Forwarded(fields);
    }

    /** @throws InvalidMessage as if it had come from a queue */
    public <T> T read(Forwarded message, Class<T> type) {
        try {
            return json.treeToValue(message.fields(), type);
        } catch (JsonProcessingException e) {
            throw new InvalidMessage(Diagnosis.reason(e));
        }
    }

    private ObjectNode fields(String text) {
        try {
            JsonNode tree = json.readTree(text);
            if (tree instanceof ObjectNode fields) {
                return fields;
            }
        } catch (JsonProcessingException e) {
            throw new InvalidMessage(Diagnosis.reason(e));
        }
        throw new InvalidMessage("is not a JSON object");
    }
}
