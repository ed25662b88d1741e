package org.almoner.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/** The scheme {@code queue:NAME}: takes messages from a Redis list in claims, and sends follow-ups to one. */
@Component("queue")
class QueueComponent extends DefaultComponent {

    private final QueueSettings settings;
    private final Workers workers;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    QueueComponent(QueueSettings settings, Workers workers, Outbox outbox, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.workers = workers;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String queue, Map<String, Object> parameters) throws Exception {
        var endpoint = new QueueEndpoint(uri, this, queue, settings);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    Consumer consumer(QueueEndpoint endpoint, Processor route) {
        return new QueueConsumer(endpoint, route, workers, new TimeToLive(endpoint.timeToLive(), json, clock));
    }

    Producer producer(QueueEndpoint endpoint) {
        return new QueueProducer(endpoint, outbox, json);
    }
}
