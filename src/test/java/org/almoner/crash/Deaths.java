package org.almoner.crash;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which workers have died and left claims, and how long it took until the last of these was another worker's. */
final class Deaths implements AutoCloseable {
    /** From a claim's record in Redis, whose worker is {@code host/pid/random}. */
    private static final Pattern PID = Pattern.compile("\"worker\":\"[^/]*\\\\?/(\\d+)");

    private final RedisClient client;
    private final RedisCommands<String, String> redis;
    private final Map<Long, Long> diedAt = new HashMap<>();
    private final List<Duration> resumptions = new ArrayList<>();

    Deaths(Stores stores) {
        client = stores.redis();
        redis = client.connect().sync();
    }

    void add(long pid) {
        diedAt.put(pid, System.nanoTime());
    }

    /** To be called often. */
    void look() {
        long now = System.nanoTime();
        List<Long> holders = holders();
        diedAt.entrySet().removeIf(death -> {
            boolean resumed = !holders.contains(death.getKey());
            if (resumed) {
                resumptions.add(Duration.ofNanos(now - death.getValue()));
            }
            return resumed;
        });
    }

    boolean areAllResumed() {
        look();
        return diedAt.isEmpty();
    }

    List<Duration> resumptions() {
        return resumptions;
    }

    private List<Long> holders() {
        return List.of("almoner:{work}:claims", "almoner:{consequence}:claims").stream()
                .flatMap(claims -> redis.hvals(claims).stream())
                .map(PID::matcher)
                .filter(found -> found.find())
                .map(found -> Long.parseLong(found.group(1)))
                .toList();
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
