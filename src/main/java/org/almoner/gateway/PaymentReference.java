package org.almoner.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What a payment is called, by us and by its gateway.
 *
 * @param sessionId under which the donor was at the gateway, such as PayPal's token or Ingenico's hosted checkout
 */
public record PaymentReference(@Nullable String orderId, @Nullable String gatewayTxnId, @Nullable String sessionId) {

    public static PaymentReference of(@Nullable String orderId, @Nullable String gatewayTxnId) {
        return new PaymentReference(orderId, gatewayTxnId, null);
    }
}
