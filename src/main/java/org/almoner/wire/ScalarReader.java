package org.almoner.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.StorableText;
import org.jspecify.annotations.Nullable;

/** Reads one scalar as its PHP producers mean it: a number equals its text, true is 1, false is empty. */
abstract class ScalarReader<T> extends StdDeserializer<T> {

    private final String rule;

    /** @param rule completes the sentence that the name of the field begins: "is not a time" */
    ScalarReader(Class<T> type, String rule) {
        super(type);
        this.rule = rule;
    }

    abstract @Nullable T read(String text);

    @Override
    public final @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return read(text(parser));
        } catch (IllegalArgumentException | DateTimeException e) { // neither repeats the value: it may be personal
            throw new InvalidMessage(rule);
        }
    }

    private static String text(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> storable(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_TRUE -> "1";
            case VALUE_FALSE -> "";
            default -> throw new InvalidMessage("is neither text nor a number nor a flag");
        };
    }

    private static String storable(String text) {
        StorableText.check(text);
        return text;
    }
}
