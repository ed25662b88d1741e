package org.almoner.queue;

import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;
import org.springframework.stereotype.Component;

/**
 * The expression for {@code idempotentConsumer} in queue routes. A path into the body, as Camel's simple language has it,
 * is parsed for each message and takes as long as its JSON.
 */
@Component("messageKey")
public class MessageKey extends ExpressionAdapter {

    @Override
    public Object evaluate(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Keyed message) {
            return exchange.getFromRouteId() + ":" + message.key();
        }
        throw new IllegalStateException("the body of route %s has no message key".formatted(exchange.getFromRouteId()));
    }
}
