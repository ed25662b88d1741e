package org.almoner.gateway;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.jspecify.annotations.Nullable;

/**
 * A call and its answer: what is told to whoever wanted it, once.
 *
 * @param tries that it took, all of them since it was intended first; 0 where nobody was asked
 */
@JsonNaming(SnakeCaseStrategy.class)
public record AnsweredCall(
        String callKey,
        String gateway,
        String purpose,
        PaymentReference payment,
        Outcome outcome,
        @Nullable String reason,
        int tries,
        ObjectNode detail,
        ObjectNode context)
        implements Keyed, Personal {

    public AnsweredCall {
        Required.text("call_key", callKey);
        Required.text("gateway", gateway);
        Required.text("purpose", purpose);
        Required.value("payment", payment);
        Required.value("outcome", outcome);
        Required.value("detail", detail);
        Required.value("context", context);
    }

    public static AnsweredCall of(GatewayCall call, int tries, GatewayAnswer answer) {
        return new AnsweredCall(
                call.key(),
                call.gateway(),
                call.purpose(),
                call.payment(),
                answer.outcome(),
                answer.reason(),
                tries,
                answer.detail(),
                call.context());
    }

    public boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /**
     * What the gateway told; where it did not do it, nobody goes on, and somebody has to look at it.
     *
     * @param complaint to whoever looks
     */
    public ObjectNode doneOr(String complaint) {
        if (!isDone()) {
            throw new InvalidMessage(complaint + ": " + reason);
        }
        return detail;
    }

    /** A call that was given up may be made again, and given up again: neither is a duplicate. */
    @Override
    public String key() {
        return outcome == Outcome.UNAVAILABLE ? callKey + " given up after " + tries : callKey;
    }

    @Override
    public String toString() {
        return masked();
    }
}
