package org.almoner.queue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Keeps two claims from handling the same donor at once. A handler cannot do so itself: it sees one message after the
 * other, and two claims that lock donors in the order of their messages wait for each other in a circle. So what all
 * messages of a claim name is locked before the first of them, sorted, until the unit of work ends.
 */
@Component
class Locks {

    private final Statements statements;
    private final ObjectMapper json;

    Locks(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    /**
     * @param fields names of fields, of those within others by their path ({@code event.transactionId}); equal values are
     *     the same lock, whatever field they stand in
     */
    void take(Collection<MessageInHand> messages, Collection<String> fields) {
        if (fields.isEmpty()) {
            return;
        }
        Set<String> values = new TreeSet<>();
        for (var inHand : messages) {
            Set<String> itsOwn = new HashSet<>();
            collect(inHand.message, fields, itsOwn);
            inHand.lock(itsOwn);
            values.addAll(itsOwn);
        }
        statements.lock(values);
    }

    private void collect(Message message, Collection<String> fields, Set<String> values) {
        try (JsonParser parser = json.createParser(message.bytes())) {
            parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION); // whoever reads the message judges it
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                collect(parser, "", fields, values);
            }
        } catch (IOException e) {
            return; // it will become a dead letter in its turn, and that needs no lock
        }
    }

    private static void collect(JsonParser parser, String path, Collection<String> fields, Set<String> values)
            throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            String field = path + name;
            if (value == JsonToken.START_OBJECT && isAbove(field + ".", fields)) {
                collect(parser, field + ".", fields, values);
            } else if (!value.isScalarValue()) {
                parser.skipChildren();
            } else if (fields.contains(field) && (value == JsonToken.VALUE_STRING || value.isNumeric())) {
                add(parser.getText().strip().toLowerCase(Locale.ROOT), values);
            }
        }
    }

    private static boolean isAbove(String path, Collection<String> fields) {
        return fields.stream().anyMatch(field -> field.startsWith(path));
    }

    private static void add(String value, Set<String> values) {
        if (!value.isEmpty() && value.indexOf(0) < 0) {
            values.add(value);
        }
    }
}
