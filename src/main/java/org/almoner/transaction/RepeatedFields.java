package org.almoner.transaction;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.StorableText;

/**
 * Reads objects in which a field may stand twice if it says the same twice: producers of version 1 write
 * {@code eventCode} once because it tells the kind of event, and once because it is a field. Two that differ are refused,
 * as everywhere.
 */
record RepeatedFields(JsonParser parser, DeserializationContext context) {

    ObjectNode read() throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            throw new InvalidMessage("is not a JSON object");
        }
        parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return object();
    }

    private ObjectNode object() throws IOException {
        var fields = context.getNodeFactory().objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            StorableText.check(name);
            JsonNode value = value();
            JsonNode before = fields.replace(name, value);
            if (before != null && !before.equals(value)) {
                throw new InvalidMessage("a field stands there twice and does not say the same");
            }
        }
        return fields;
    }

    private ArrayNode array() throws IOException {
        var elements = context.getNodeFactory().arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private JsonNode value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            default -> context.readTree(parser);
        };
    }

    private JsonNode number() throws IOException {
        try {
            return context.readTree(parser);
        } catch (NumberFormatException e) { // Jackson lets it through when the exponent is no int
            throw new InvalidMessage("a number is out of bounds");
        }
    }

    private JsonNode text(String text) {
        StorableText.check(text);
        return context.getNodeFactory().textNode(text);
    }
}
