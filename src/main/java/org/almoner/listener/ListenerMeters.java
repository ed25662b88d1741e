package org.almoner.listener;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How many requests came to what. */
@Component
class ListenerMeters {

    private final MeterRegistry meters;

    ListenerMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** All results are there from the beginning, so that the first of a kind is an increase. */
    void show(String gateway) {
        for (var result : Result.values()) {
            meters.counter("almoner.listener.requests", "gateway", gateway, "result", result.label());
        }
    }

    void count(String gateway, Result result) {
        meters.counter("almoner.listener.requests", "gateway", gateway, "result", result.label())
                .increment();
    }
}
