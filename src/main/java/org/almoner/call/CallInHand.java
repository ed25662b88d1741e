package org.almoner.call;

import java.time.Instant;
import org.almoner.gateway.GatewayCall;

/**
 * A call that was taken to be made.
 *
 * @param tries this one included; more than one says that the gateway may have done it already
 */
record CallInHand(GatewayCall call, int tries, Instant intendedAt) {}
