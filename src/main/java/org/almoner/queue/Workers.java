package org.almoner.queue;

import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Starts the workers of this process, one for each queue. */
@Component
class Workers {

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
            KeptInRedis kept) {
        this.parts = new ClaimLoop.Parts(claims, work, metrics, settings, connections);
        this.limits = limits;
        this.kept = kept;
    }

    /** @param onBadDeploy what stops the route when a whole claim died of a bug */
    Worker start(String queue, Terms terms, MessageRoute route, Runnable onBadDeploy) {
        kept.check();
        var door = new Door(route, limits.length().toBytes());
        var worker = new Worker(new Keys(queue), terms, parts);
        worker.start(door, onBadDeploy);
        return worker;
    }
}
