package org.almoner.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The meters of one queue that each claim moves; looked up once, since to look one up costs more than to move it. */
class QueueMeters {

    private final Map<Outcome, Counter> messages = new EnumMap<>(Outcome.class);
    private final DistributionSummary size;
    private final Timer commit;

    QueueMeters(String queue, MeterRegistry meters) {
        for (var outcome : Outcome.values()) {
            messages.put(outcome, meters.counter("almoner.queue.messages", "queue", queue, "outcome", outcome.label()));
        }
        size = DistributionSummary.builder("almoner.queue.claim.size")
                .tag("queue", queue)
                .register(meters);
        commit = Timer.builder("almoner.queue.claim.commit")
                .description("from claim to commit")
                .tag("queue", queue)
                .publishPercentileHistogram()
                .register(meters);
    }

    void committed(ClaimDone done, long nanos) {
        messages.forEach((outcome, counter) -> counter.increment(done.count(outcome)));
        size.record(done.messages().size());
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }
}
