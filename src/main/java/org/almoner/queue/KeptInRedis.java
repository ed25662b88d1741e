package org.almoner.queue;

import java.util.Objects;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Refuses to work on a Redis that may throw queued messages away when it is full. */
@Component
class KeptInRedis {

    private final RedisConnectionFactory connections;

    KeptInRedis(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    /** Lists have no time to live, so only the {@code allkeys} policies can drop them. */
    void check() {
        try (var connection = connections.getConnection()) {
            var memory = Objects.requireNonNull(connection.serverCommands().info("memory"));
            String policy = memory.getProperty("maxmemory_policy", "unknown");
            if (policy.startsWith("allkeys")) {
                throw new RedisMayEvict(policy);
            }
        }
    }

    /** The eviction policy of Redis can drop queued messages. */
    static class RedisMayEvict extends RuntimeException {
        RedisMayEvict(String policy) {
            super("Redis may throw queued messages away: its maxmemory-policy is %s, set it to noeviction"
                    .formatted(policy));
        }
    }
}
