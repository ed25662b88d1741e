package org.almoner.queue;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the error configuration of all routes calls: decides that the message in hand becomes a dead letter. */
@Component
public class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final UnitOfWork unit;

    DeadLetters(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Keeps the message until somebody decides on it. */
    public void keep(Exchange exchange) {
        Throwable thrown = caught(exchange);
        fail(exchange, thrown, Failure.of(thrown));
    }

    /** Keeps the message and has it requeued after the queue's {@code retryDelay}, while it is below {@code maxAge}. */
    public void retry(Exchange exchange) {
        Throwable thrown = caught(exchange);
        fail(exchange, thrown, Failure.of(thrown).retried());
    }

    private void fail(Exchange exchange, Throwable thrown, Failure failure) {
        if (unit.isOpen()) {
            unit.claim().fail(thrown, failure);
        } else {
            LOG.error("route={} failed outside a claim: {}", exchange.getFromRouteId(), failure.reason(), thrown);
        }
    }

    private static Throwable caught(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }
}
