package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/** What an event says beside its code. Most of it concerns nobody here, so it is parsed when somebody asks. */
public final class EventData implements Personal {

    /** Once it was received or stored, there is nothing left to check. */
    private static final JsonMapper JSON = new JsonMapper();

    static final EventData NONE = new EventData("{}");

    private final String json;
    private @Nullable JsonNode tree;

    private EventData(String json) {
        this.json = json;
    }

    static EventData of(String json) {
        return new EventData(json);
    }

    static EventData of(JsonNode tree) {
        var data = new EventData(tree.toString());
        data.tree = tree;
        return data;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    String json() {
        return json;
    }

    /** @param path as {@code /outer/inner} */
    Optional<String> text(String path) {
        return Optional.of(tree().at(path))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }

    @JsonValue
    JsonNode tree() {
        if (tree == null) {
            tree = parse();
        }
        return tree;
    }

    private JsonNode parse() {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidMessage("data is not JSON");
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
