package org.almoner.gateway;

import java.util.List;

/** What a gateway knows of the orders that were paid through it. */
public interface Orders {

    /**
     * What happened to an order, in the order in which it did; nothing if the gateway names no operations. Asked while a unit
     * of work is open: it answers or fails within a few seconds.
     *
     * @throws GatewayFailure when it cannot be known now; where the order's bank and method have no key, it names them and those
     *     that have one
     */
    List<Operation> operations(OrderReference order);
}
