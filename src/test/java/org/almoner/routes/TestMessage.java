package org.almoner.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages that differ from the usual one in a few fields. */
final class TestMessage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TestMessage() {}

    /** @param fields of a JSON object, in single quotes */
    static String with(String message, String fields) {
        try {
            ObjectNode changed = (ObjectNode) JSON.readTree(message);
            changed.setAll((ObjectNode) JSON.readTree("{" + fields.replace('\'', '"') + "}"));
            return JSON.writeValueAsString(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(fields, e);
        }
    }
}
