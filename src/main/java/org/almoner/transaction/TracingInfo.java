package org.almoner.transaction;

import org.jspecify.annotations.Nullable;

/** The W3C trace that a message belongs to. Messages come without one as well, and none of ours fails for want of it. */
public record TracingInfo(String traceparent, @Nullable String tracestate, @Nullable String baggage) {

    /** A trace of its own, because other consumers refuse a message without one. */
    static TracingInfo freshFor(TransactionEvent event) {
        String id = event.id().toString().replace("-", "");
        return new TracingInfo("00-" + id + "-" + id.substring(16) + "-01", null, null);
    }
}
