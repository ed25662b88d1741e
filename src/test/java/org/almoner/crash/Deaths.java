package org.almoner.crash;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which workers have died and left claims, and how long it took until the last of these was another worker's. */
final class Deaths implements AutoCloseable {
    /** From a claim's record in Redis, whose worker is {@code host/pid/random}. */
    private static final Pattern PID = Pattern.compile("\"worker\":\"[^/]*\\\\?/(\\d+)");

    private final RedisClient client;
    private final RedisCommands<String, String> redis;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final Map<Long, Long> diedAt = new ConcurrentHashMap<>();
    private final List<Duration> resumptions = new CopyOnWriteArrayList<>();

    Deaths(Stores stores) {
        client = stores.redis();
        redis = client.connect().sync();
        // on a thread of its own: what is measured is when work was resumed, not when the test had time to look
        watch.scheduleWithFixedDelay(this::look, 0, 50, TimeUnit.MILLISECONDS);
    }

    /** To be called when it is dead, and cannot take another claim. */
    void add(long pid) {
        diedAt.put(pid, System.nanoTime());
    }

    boolean areAllResumed() {
        return diedAt.isEmpty();
    }

    List<Duration> resumptions() {
        return resumptions;
    }

    private void look() {
        var resumed = new HashSet<>(diedAt.keySet()); // before we ask: the holders must not be older than the death
        resumed.removeAll(holders());
        long now = System.nanoTime();
        diedAt.entrySet().stream()
                .filter(death -> resumed.contains(death.getKey()))
                .forEach(death -> resumptions.add(Duration.ofNanos(now - death.getValue())));
        diedAt.keySet().removeAll(resumed);
    }

    private Set<Long> holders() {
        return List.of("almoner:{work}:claims", "almoner:{consequence}:claims").stream()
                .flatMap(claims -> redis.hvals(claims).stream())
                .map(PID::matcher)
                .filter(found -> found.find())
                .map(found -> Long.parseLong(found.group(1)))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.shutdown();
    }
}
