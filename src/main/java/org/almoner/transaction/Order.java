package org.almoner.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
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
        /** The gateway refused to tell (4xx) or its answer makes no sense: somebody has to look. */
        UNUSABLE,
        /** The gateway is away (5xx), or does not know yet: a refund is asked for, and looks again. */
        UNKNOWN
    }

    public static Order of(State state) {
        return new Order(state, null);
    }
}
