package org.almoner.transaction;

import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.GatewayRefusal;
import org.almoner.gateway.OrderOutcome;
import org.almoner.gateway.OrderReference;
import org.almoner.gateway.Orders;
import org.almoner.queue.NotYet;
import org.springframework.stereotype.Component;

/**
 * Asks the gateway for the order of a payment and hands the expiry message on, with the answer in it. It writes nothing and
 * locks nothing, so that a gateway that is slow or away holds up no decision but its own; asking twice does no harm.
 */
@Component
class OrderLookupHandler {

    private final Transactions transactions;
    private final Orders orders;

    OrderLookupHandler(Transactions transactions, Orders orders) {
        this.transactions = transactions;
        this.orders = orders;
    }

    public TransactionMessage handle(TransactionMessage message) {
        return transactions
                .history(message.event().transactionId())
                .transaction()
                .map(payment -> message.with(find(TransactionInfo.of(payment))))
                .orElseThrow(() -> new NotYet("the payment is not activated yet"));
    }

    private Order find(TransactionInfo payment) {
        return payment.order().map(this::ask).orElseGet(() -> Order.of(Order.State.UNUSABLE));
    }

    private Order ask(OrderReference order) {
        try {
            return Order.of(OrderOutcome.of(orders.operations(order)));
        } catch (GatewayRefusal e) {
            return Order.of(Order.State.UNUSABLE);
        } catch (GatewayFailure e) {
            return Order.of(Order.State.UNKNOWN);
        }
    }
}
