package org.almoner.gateway;

import java.util.Map;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Hands an answer to whoever wanted it. */
@Component
class AnsweredCallHandler {

    private final Map<String, Continuation> continuations;

    /** @param continuations by their names as beans */
    AnsweredCallHandler(Map<String, Continuation> continuations) {
        this.continuations = continuations;
    }

    public Onward handle(AnsweredCall answered) {
        var continuation = continuations.get(answered.purpose());
        if (continuation == null) {
            throw new InvalidMessage("purpose is nobody's");
        }
        return continuation.goOn(answered);
    }
}
