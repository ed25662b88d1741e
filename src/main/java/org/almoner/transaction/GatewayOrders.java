package org.almoner.transaction;

/**
 * The orders at an NPG-like gateway.
 *
 * <p>Asked by the queue {@code order-lookups} alone, one message a claim, which writes nothing and hands the answer on: a
 * gateway that is slow or away holds up no other decision and no lock. The answer must come within 5 s, a connection of the
 * database waits for it. Asking twice does no harm. What the gateway does wrong is an {@link Order.State}, not an exception.
 */
public interface GatewayOrders {

    Order find(TransactionInfo payment);
}
