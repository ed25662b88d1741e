package org.almoner.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What follows from what a gateway said or did: messages by kind; the routes say which list each kind goes to. */
public final class Onward {

    /** What a message tells its consumer. */
    public enum Kind {
        /** A donation that a gateway has confirmed. */
        DONATION,
        /** News of a recurring gift. */
        RECURRING,
        /** Money that went back. */
        REFUND,
        /** A donation that its bank did not pay after all. */
        UNPAID,
        /** What became of an attempt to pay. */
        OUTCOME,
        /** How risky a payment looked. */
        FRAUD_CHECK,
        /** A payment from an Indian wallet, or that it allows no more. */
        WALLET,
        /** Work for the gateway's own job queue. */
        JOB
    }

    private final Map<Kind, List<ObjectNode>> messages = new EnumMap<>(Kind.class);

    private Onward() {}

    public static Onward nothing() {
        return new Onward();
    }

    public static Onward of(Kind kind, ObjectNode message) {
        return nothing().and(kind, message);
    }

    public Onward and(Kind kind, ObjectNode message) {
        messages.computeIfAbsent(kind, none -> new ArrayList<>()).add(message);
        return this;
    }

    public Onward and(Onward other) {
        other.messages.forEach((kind, more) -> more.forEach(message -> and(kind, message)));
        return this;
    }

    /** The messages of a kind, by its name: what a route asks for. */
    public List<ObjectNode> of(String kind) {
        return messages.getOrDefault(Kind.valueOf(kind), List.of());
    }
}
