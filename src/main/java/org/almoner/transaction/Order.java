package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import org.almoner.gateway.Operation;
import org.almoner.gateway.OrderOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says of the order of a payment.
 *
 * @param authorization what a refund has to quote of it, if it was authorised
 */
@JsonInclude(Include.NON_NULL)
public record Order(State state, @Nullable JsonNode authorization) {

    /** What it means for the money. */
    public enum State {
        /** It was taken. */
        AUTHORIZED,
        /** It was not: cancelled or declined. */
        DECLINED,
        /** The gateway refused to tell, its answer makes no sense, or it went back already: somebody has to look. */
        UNUSABLE,
        /** The gateway is away, or does not know yet: a refund is asked for, and looks again. */
        UNKNOWN
    }

    static Order of(State state) {
        return new Order(state, null);
    }

    static Order of(OrderOutcome outcome) {
        Operation by = outcome.by();
        if (by == null || by.result().equals("PENDING")) {
            return of(State.UNKNOWN);
        }
        return switch (outcome.kind()) {
            case AUTHORIZED -> by.id() == null ? of(State.UNUSABLE) : new Order(State.AUTHORIZED, quoted(by));
            case NOT_AUTHORIZED -> of(State.DECLINED);
            case REFUNDED -> of(State.UNUSABLE);
            case UNKNOWN -> of(State.UNKNOWN);
        };
    }

    private static JsonNode quoted(Operation authorization) {
        return EventData.object()
                .put("operationResult", authorization.result())
                .put("operationId", authorization.id())
                .put("paymentEndToEndId", authorization.paymentEndToEndId());
    }
}
