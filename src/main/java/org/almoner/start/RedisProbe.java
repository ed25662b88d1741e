package org.almoner.start;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Asks Redis for a PONG. */
record RedisProbe(RedisConnectionFactory redis) implements StoreProbe {
    private static final List<String> FINAL = List.of("WRONGPASS", "NOAUTH", "NOPERM", "ERR");

    @Override
    public Optional<String> whatIsMissing() {
        try (var connection = redis.getConnection()) {
            connection.ping();
            return Optional.empty();
        } catch (DataAccessException e) {
            var reason = Objects.requireNonNullElse(
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage(), "no reason given");
            if (FINAL.stream().anyMatch(reason::startsWith)) {
                throw new IllegalStateException(this + " refuses us: " + reason, e);
            }
            return Optional.of(reason);
        }
    }

    @Override
    public String toString() {
        if (!(redis instanceof LettuceConnectionFactory lettuce) || lettuce.isClusterAware()) {
            return "Redis Cluster";
        }
        return lettuce.isRedisSentinelAware()
                ? "Redis by its sentinels"
                : "Redis at " + lettuce.getHostName() + ":" + lettuce.getPort();
    }
}
