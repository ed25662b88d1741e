package org.almoner.transaction;

import org.almoner.queue.NotYet;
import org.springframework.stereotype.Component;

/** Asks the gateway for the order of a payment and hands the expiry message on, with the answer in it. */
@Component
class OrderLookupHandler {

    private final Transactions transactions;
    private final GatewayOrders orders;

    OrderLookupHandler(Transactions transactions, GatewayOrders orders) {
        this.transactions = transactions;
        this.orders = orders;
    }

    public TransactionMessage handle(TransactionMessage message) {
        return transactions
                .history(message.event().transactionId())
                .transaction()
                .map(payment -> message.with(orders.find(TransactionInfo.of(payment))))
                .orElseThrow(() -> new NotYet("the payment is not activated yet"));
    }
}
