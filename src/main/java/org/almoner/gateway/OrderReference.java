package org.almoner.gateway;

import org.jspecify.annotations.Nullable;

/**
 * How to ask a gateway for an order.
 *
 * @param id that we gave it when we requested its authorization
 * @param correlationId that the gateway gave when it was begun
 * @param method and the bank it is paid through: each pair has a key of its own
 */
public record OrderReference(
        String id, @Nullable String correlationId, @Nullable String method, @Nullable String pspId) {}
