package org.almoner.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * The end of a route: hands the body on as follow-up; no body is no follow-up, and a list is one for each element. Where many
 * come one by one, the headers {@code number} (from 1) and {@code count} say which place in the spread is whose.
 */
class QueueProducer extends DefaultProducer {

    private final QueueEndpoint endpoint;
    private final Outbox outbox;
    private final ObjectMapper json;

    QueueProducer(QueueEndpoint endpoint, Outbox outbox, ObjectMapper json) {
        super(endpoint);
        this.endpoint = endpoint;
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Iterable<?> many) {
            sendAll(many);
        } else if (body != null) {
            byte[] message = bytes(body);
            send(message, place(exchange.getMessage(), message).plus(delayOf(body)));
        }
    }

    private void sendAll(Iterable<?> many) throws IOException {
        var messages = new ArrayList<byte[]>();
        for (Object one : many) {
            messages.add(bytes(one));
        }
        for (int i = 0; i < messages.size(); i++) {
            send(messages.get(i), endpoint.spread().after(i + 1, messages.size()));
        }
    }

    private static Duration delayOf(Object body) {
        return body instanceof Delayed delayed ? delayed.delay() : Duration.ZERO;
    }

    private Duration place(Message message, byte[] body) {
        Long count = message.getHeader("count", Long.class);
        Long number = message.getHeader("number", Long.class);
        return count == null || number == null
                ? endpoint.spread().after(body)
                : endpoint.spread().after(number, count);
    }

    private void send(byte[] message, Duration spread) {
        outbox.add(endpoint.getName(), message, endpoint.delay().plus(spread));
    }

    private byte[] bytes(Object body) throws IOException {
        JsonNode message = toJson(body);
        if (!message.isObject()) {
            throw new IllegalArgumentException("a follow-up for queue %s is not a JSON object but %s"
                    .formatted(endpoint.getName(), message.getNodeType()));
        }
        return json.writeValueAsBytes(message);
    }

    private JsonNode toJson(Object body) throws IOException {
        if (body instanceof byte[] bytes) {
            return json.readTree(bytes);
        }
        return body instanceof String text ? json.readTree(text) : json.valueToTree(body);
    }
}
