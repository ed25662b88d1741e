package org.almoner.gateway;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.almoner.queue.Keyed;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.jspecify.annotations.Nullable;

/** A call and its answer: what is told to whoever wanted it, once. */
@JsonNaming(SnakeCaseStrategy.class)
public record AnsweredCall(
        String callKey,
        String gateway,
        String purpose,
        PaymentReference payment,
        Outcome outcome,
        @Nullable String reason,
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

    public static AnsweredCall of(GatewayCall call, GatewayAnswer answer) {
        return new AnsweredCall(
                call.key(),
                call.gateway(),
                call.purpose(),
                call.payment(),
                answer.outcome(),
                answer.reason(),
                answer.detail(),
                call.context());
    }

    public boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** A call that was given up may be made again: its answer is no duplicate of having had none. */
    @Override
    public String key() {
        return outcome == Outcome.UNAVAILABLE ? callKey + " unavailable" : callKey;
    }

    @Override
    public String toString() {
        return masked();
    }
}
