package org.almoner.gateway;

import java.util.List;
import org.springframework.stereotype.Component;

/** No gateway is connected: nothing is known of any order. */
@Component
class UnconnectedOrders implements Orders {

    @Override
    public List<Operation> operations(OrderReference order) {
        throw new GatewayFailure("no gateway is connected");
    }
}
