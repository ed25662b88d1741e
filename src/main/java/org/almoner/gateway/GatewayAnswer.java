package org.almoner.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says when it was asked.
 *
 * @param reason in the gateway's word, without personal data; empty when all is well
 * @param detail what it told, by names of ours: see {@link PaymentStatus} for a payment's
 */
public record GatewayAnswer(Outcome outcome, String reason, ObjectNode detail) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        /** It says no, and would again. */
        REFUSED,
        /** It said nothing, however often it was asked. */
        UNAVAILABLE
    }

    /** There is nothing to tell. */
    public static GatewayAnswer done() {
        return done(JsonNodeFactory.instance.objectNode());
    }

    /** There is one thing to tell. */
    public static GatewayAnswer done(String name, @Nullable String value) {
        return done(JsonNodeFactory.instance.objectNode().put(name, value));
    }

    public static GatewayAnswer done(ObjectNode detail) {
        return new GatewayAnswer(Outcome.DONE, "", detail);
    }

    public static GatewayAnswer refused(String reason) {
        return new GatewayAnswer(Outcome.REFUSED, reason, JsonNodeFactory.instance.objectNode());
    }

    public static GatewayAnswer unavailable(String reason) {
        return new GatewayAnswer(Outcome.UNAVAILABLE, reason, JsonNodeFactory.instance.objectNode());
    }

    public boolean isDone() {
        return outcome == Outcome.DONE;
    }
}
