package org.almoner.queue;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down as soon as one queue has stopped by itself. */
@Component
class QueuesHealthIndicator implements HealthIndicator {

    private final QueueMetrics metrics;

    QueuesHealthIndicator(QueueMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Health health() {
        var halted = metrics.halted();
        return (halted.isEmpty() ? Health.up() : Health.down())
                .withDetails(halted)
                .build();
    }
}
