package org.almoner.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.springframework.stereotype.Component;

/** How long gateways take to answer, and how they do. */
@Component
class CallMetrics {

    private final MeterRegistry meters;

    CallMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    GatewayAnswer time(GatewayCall call, Supplier<GatewayAnswer> asked) {
        var sample = Timer.start(meters);
        String outcome = "FAILED";
        try {
            var answer = asked.get();
            outcome = answer.outcome().name();
            return answer;
        } finally {
            sample.stop(meters.timer(
                    "almoner.gateway.calls",
                    "gateway",
                    call.gateway(),
                    "ask",
                    call.ask().name(),
                    "outcome",
                    outcome));
        }
    }
}
