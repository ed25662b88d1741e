package org.almoner.transaction;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.StorableText;

/**
 * Reads objects in which a field may stand twice if it says the same twice: producers of version 1 write
 * {@code eventCode} once because it tells the kind of event, and once because it is a field. Two that differ are refused,
 * as everywhere.
 */
final class RepeatedFields {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private RepeatedFields() {}

    static ObjectNode read(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            throw new InvalidMessage("is not a JSON object");
        }
        parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return object(parser);
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        var fields = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            StorableText.check(name);
            JsonNode value = value(parser);
            JsonNode before = fields.replace(name, value);
            if (before != null && !before.equals(value)) {
                throw new InvalidMessage("a field stands there twice and does not say the same");
            }
        }
        return fields;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        var elements = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            default -> NODES.nullNode(); // a tree read by the parser would have to end the message
        };
    }

    private static JsonNode text(String text) {
        StorableText.check(text);
        return NODES.textNode(text);
    }
}
