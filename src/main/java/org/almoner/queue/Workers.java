package org.almoner.queue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** The workers of this process, one for each queue. */
@Component
class Workers {

    private final Set<Worker> working = ConcurrentHashMap.newKeySet();
    private final ClaimLoop.Parts parts;
    private final MessageLimits limits;
    private final KeptInRedis kept;

    Workers(
            Claims claims,
            ClaimWork work,
            QueueMetrics metrics,
            QueueSettings settings,
            MessageLimits limits,
            RedisConnectionFactory connections,
            KeptInRedis kept,
            Gate gate) {
        this.parts = new ClaimLoop.Parts(claims, work, metrics, settings, connections, gate);
        this.limits = limits;
        this.kept = kept;
    }

    /** @param onBadDeploy what stops the route when a whole claim died of a bug */
    Worker start(String queue, Terms terms, MessageRoute route, Runnable onBadDeploy) {
        kept.check();
        var door = terms.raw() ? route : new Door(route, limits.length().toBytes());
        var worker = new Worker(new Keys(queue), terms, parts);
        working.removeIf(Worker::isStopping);
        working.add(worker);
        worker.start(door, onBadDeploy);
        return worker;
    }

    /** All at once, before Camel stops one route after the other: each has to wait for its blocking wait to end. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ContextClosedEvent.class)
    void stopClaiming() {
        working.forEach(Worker::stopClaiming);
    }
}
