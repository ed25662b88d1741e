package org.almoner.gateway;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a gateway's notification says.
 *
 * @param key what makes two of them the same, whatever notification they come in: the second is dropped as a replay
 * @param what in the gateway's word, such as {@code CAPTURE}
 */
public record News(String key, String what, @Nullable String orderId, @Nullable String gatewayTxnId, Onward onward) {}
