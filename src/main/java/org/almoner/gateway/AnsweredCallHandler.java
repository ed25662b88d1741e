package org.almoner.gateway;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.almoner.queue.InvalidMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands an answer to whoever wanted it. */
@Component
class AnsweredCallHandler {

    private final Map<String, Continuation> continuations;

    AnsweredCallHandler(ObjectProvider<Continuation> continuations) {
        this.continuations =
                continuations.stream().collect(Collectors.toMap(Continuation::purpose, Function.identity()));
    }

    public Onward handle(AnsweredCall answered) {
        var continuation = continuations.get(answered.purpose());
        if (continuation == null) {
            throw new InvalidMessage("purpose is nobody's");
        }
        return continuation.goOn(answered);
    }
}
