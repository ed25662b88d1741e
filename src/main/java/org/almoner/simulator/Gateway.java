package org.almoner.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway as the application meets it: the calls it answers, and the notifications it sends. */
interface Gateway {

    /** Of its path, its settings and its listener. */
    String name();

    List<Route> routes();

    boolean isAllowed(Call call);

    /** By which it knows a call that it has answered already. */
    @Nullable
    String keyOf(Call call);

    /** Which payment a call is of, or empty. */
    default String paymentOf(Call call, Route route) {
        return route.id(call);
    }

    /** The tokens that it has given count for nothing from now on, where it gives any. */
    default void revoke() {}

    /** What it answers to who is not allowed, and when it fails. */
    Answer error(int status);

    /** That connect the application to it; its calls go to that url. */
    Map<String, String> settings(String url);

    /** Nothing, if this gateway does not tell of such an event. */
    @Nullable
    Notification tell(News news);
}
