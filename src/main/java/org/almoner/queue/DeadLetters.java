package org.almoner.queue;

import java.time.Clock;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Messages that were not handled: routes have them kept, a caretaker sends them back. */
@Component
public class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** One statement, so that a letter is requeued once, whoever else tries. Byte for byte: its age must not start anew. */
    private static final String REQUEUE =
            """
            with requeued as (
                update dead_letter set state = 'requeued', retry_at = null
                where id = ? and state = 'kept' and purged_at is null
                returning queue, body)
            insert into outbox (queue, body, as_is, due_at) select queue, body, true, ? from requeued
            """;

    private final UnitOfWork unit;
    private final Relay relay;
    private final Clock clock;

    DeadLetters(UnitOfWork unit, Relay relay, Clock clock) {
        this.unit = unit;
        this.relay = relay;
        this.clock = clock;
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

    /** Sends a kept letter back to its queue; does nothing for any other, nor for one whose content was purged. Belongs into a database transaction. */
    public void requeue(long id) {
        unit.write(REQUEUE, id, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(relay);
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
