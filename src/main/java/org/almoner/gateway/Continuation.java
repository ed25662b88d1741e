package org.almoner.gateway;

/** Goes on where a handler stopped, because it first had to ask a gateway: the bean that {@link GatewayCall#purpose} names. */
@FunctionalInterface
public interface Continuation {

    /** Within the unit of work of the answer; runs once for each call. */
    Onward goOn(AnsweredCall answered);
}
