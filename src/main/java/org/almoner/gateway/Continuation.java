package org.almoner.gateway;

/** Goes on where a handler stopped, because it first had to ask a gateway. */
public interface Continuation {

    /** Told apart from all others by it; also in {@link GatewayCall#purpose}. */
    String purpose();

    /** Within the unit of work of the answer; runs once for each call. */
    Onward goOn(AnsweredCall answered);
}
