package org.almoner.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** The end of a route: hands the body on as follow-up; no body is no follow-up, and a list is one for each element. */
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
            for (Object one : many) {
                send(one);
            }
        } else if (body != null) {
            send(body);
        }
    }

    private void send(Object body) throws IOException {
        JsonNode message = toJson(body);
        if (!message.isObject()) {
            throw new IllegalArgumentException("a follow-up for queue %s is not a JSON object but %s"
                    .formatted(endpoint.getName(), message.getNodeType()));
        }
        outbox.add(endpoint.getName(), json.writeValueAsBytes(message), endpoint.delay());
    }

    private JsonNode toJson(Object body) throws IOException {
        if (body instanceof byte[] bytes) {
            return json.readTree(bytes);
        }
        return body instanceof String text ? json.readTree(text) : json.valueToTree(body);
    }
}
