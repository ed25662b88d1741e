package org.almoner.gateway;

import java.util.Objects;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An authorisation of an order that was wanted to be captured before.
 *
 * @param outcome nothing while the gateway has not said it
 */
public record EarlierCapture(@Nullable String gatewayTxnId, @Nullable Outcome outcome) {

    public boolean isOf(@Nullable String gatewayTxnId) {
        return Objects.equals(this.gatewayTxnId, gatewayTxnId);
    }

    public boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** Whether the gateway may have captured it, or may still. */
    public boolean isOpen() {
        return outcome == null || outcome == Outcome.UNAVAILABLE;
    }
}
