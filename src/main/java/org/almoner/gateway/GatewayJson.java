package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Reads what gateways say into records, within the limits that hold for every message; whatever it cannot is invalid. */
@Component
public class GatewayJson {

    private final ObjectMapper json;

    GatewayJson(ObjectMapper json) {
        this.json = json;
    }

    public <T> T read(byte[] text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) { // Jackson's: its reader says where, and shows nothing of the content
            throw new UncheckedIOException(e);
        }
    }

    public <T> T read(JsonNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectNode write(Object value) {
        return json.valueToTree(value);
    }

    /** @param text of a JSON object that was read before */
    public ObjectNode object(String text) {
        return read(text.getBytes(UTF_8), ObjectNode.class);
    }

    public ObjectNode object() {
        return json.createObjectNode();
    }
}
