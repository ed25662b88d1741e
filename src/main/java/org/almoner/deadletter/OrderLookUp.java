package org.almoner.deadletter;

import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.OrderOutcome;
import org.almoner.gateway.Orders;
import org.almoner.transaction.TransactionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the gateway of a payment what became of its order; a gateway that does not say so keeps nothing from being archived. */
@Component
class OrderLookUp {

    private static final Logger LOG = LoggerFactory.getLogger(OrderLookUp.class);

    private final Orders orders;

    OrderLookUp(Orders orders) {
        this.orders = orders;
    }

    OrderDetails details(TransactionInfo payment) {
        if ("REDIRECT".equals(payment.gateway())) {
            return OrderDetails.REDIRECT; // nobody to ask
        }
        try {
            return "NPG".equals(payment.gateway()) ? ask(payment) : OrderDetails.UNKNOWN;
        } catch (GatewayFailure e) {
            LOG.info("transaction={} is archived without details: {}", payment.transactionId(), e.getMessage());
            return OrderDetails.UNKNOWN;
        }
    }

    private OrderDetails ask(TransactionInfo payment) {
        var decisive = payment.order()
                .map(order -> OrderOutcome.of(orders.operations(order)).by())
                .orElse(null);
        return decisive == null ? OrderDetails.UNKNOWN : OrderDetails.of(decisive, payment.correlationId());
    }
}
