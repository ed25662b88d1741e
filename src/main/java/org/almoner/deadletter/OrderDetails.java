package org.almoner.deadletter;

import org.almoner.gateway.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway of a payment says of it; nothing but its kind when it says nothing.
 *
 * @param type the gateways NPG and REDIRECT have details each of their own
 */
record OrderDetails(
        String type,
        @Nullable String outcome,
        @Nullable String operationResult,
        @Nullable String operationId,
        @Nullable String correlationId,
        @Nullable String paymentEndToEndId) {

    static final OrderDetails REDIRECT = new OrderDetails("REDIRECT", "", null, null, null, null);
    static final OrderDetails UNKNOWN = new OrderDetails("NPG", null, null, null, null, null);

    static OrderDetails of(Operation operation, @Nullable String correlationId) {
        return new OrderDetails(
                "NPG", null, operation.result(), operation.id(), correlationId, operation.paymentEndToEndId());
    }
}
