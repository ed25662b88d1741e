package org.almoner.transaction;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link TransactionMessage}: the envelope {@code {event, tracingInfo}} or the event by itself, in version 2, which
 * names its class, or in version 1, which does not.
 */
class TransactionMessageReader extends JsonDeserializer<TransactionMessage> {

    private static final String PACKAGE_OF_VERSION_1 = "it.pagopa.ecommerce.commons.documents.v1.";
    private static final int SHORTEST_TRACE_PARENT = 55;

    @Override
    public TransactionMessage deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode message = new RepeatedFields(parser, context).read();
        JsonNode event = message.has("event") ? message.get("event") : message;
        var read = event(event);
        return new TransactionMessage(
                read, tracing(read, message.path("tracingInfo")), null, order(message.path("order")));
    }

    @Override
    public TransactionMessage getNullValue(DeserializationContext context) {
        throw new InvalidMessage("is not a JSON object");
    }

    private static TracingInfo tracing(TransactionEvent event, JsonNode tracing) {
        String parent = tracing.path("traceparent").asText();
        return parent.length() < SHORTEST_TRACE_PARENT
                ? TracingInfo.freshFor(event)
                : new TracingInfo(parent, textOf(tracing, "tracestate"), textOf(tracing, "baggage"));
    }

    private static @Nullable Order order(JsonNode order) {
        String state = textOf(order, "state");
        return Arrays.stream(Order.State.values())
                .filter(known -> known.name().equals(state))
                .map(known -> new Order(known, order.get("authorization")))
                .findFirst()
                .orElse(null);
    }

    private static TransactionEvent event(JsonNode event) {
        JsonNode data = event.path("data");
        return new TransactionEvent(
                id(required(event, "id")),
                required(event, "transactionId"),
                0,
                EventCode.of(required(event, "eventCode")),
                time(required(event, "creationDate")),
                version(textOf(event, "_class")),
                data.isObject() ? EventData.of(data) : EventData.NONE);
    }

    private static int version(@Nullable String type) {
        if (type == null || type.startsWith(PACKAGE_OF_VERSION_1)) {
            return 1;
        }
        if (type.startsWith(TransactionMessage.PACKAGE_OF_VERSION_2)) {
            return 2;
        }
        throw new InvalidMessage("_class is none of an event");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidMessage("id is not a UUID");
        }
    }

    /** With its zone, {@code 2024-08-27T10:05:37.038300574Z[Etc/UTC]}, or an offset. */
    private static Instant time(String text) {
        try {
            return ZonedDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidMessage("creationDate is not a date with a zone");
        }
    }

    private static String required(JsonNode fields, String name) {
        String text = textOf(fields, name);
        if (text == null || text.isEmpty()) {
            throw new InvalidMessage(name + " is missing");
        }
        return text;
    }

    private static @Nullable String textOf(JsonNode fields, String name) {
        return fields.path(name).isTextual() ? fields.path(name).textValue() : null;
    }
}
