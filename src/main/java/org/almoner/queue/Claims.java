package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisListCommands.Direction;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** The claims that workers hold, in Redis. Nothing leaves a queue but into a claim, and no claim ends but by a drop. */
@Component
class Claims {

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> CLAIM = Lua.list("claim");

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> REAP = Lua.list("reap");

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> FIGURES = Lua.list("figures");

    private static final RedisScript<Long> MARK = Lua.number("mark");
    private static final RedisScript<Long> DROP = Lua.number("drop");
    private static final RedisScript<Long> BEAT = Lua.number("beat");

    private static final JsonMapper JSON = new JsonMapper();

    private final Lua lua;
    private final RedisConnectionFactory connections;

    Claims(Lua lua, RedisConnectionFactory connections) {
        this.lua = lua;
        this.connections = connections;
    }

    /**
     * Moves up to {@code most} messages to a new claim; called again with the same ticket it gives the same claim.
     * Stops after the message that passes {@code mostBytes}, so that a claim of large messages fits in memory.
     */
    Optional<Claim> claim(Keys keys, String ticket, String worker, int most, long mostBytes) {
        List<byte[]> answer =
                lua.list(CLAIM, List.of(keys.queue(), keys.claims()), keys.claim(""), ticket, worker, most, mostBytes);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        var id = new String(answer.get(0), UTF_8);
        return Optional.of(new Claim(id, keys.queue(), toMessages(answer.subList(1, answer.size())), 1, Map.of()));
    }

    /**
     * Takes over the oldest claim of a worker that has not beaten for {@code silence}; called again with the same ticket
     * it gives the same claim.
     */
    Optional<Claim> reap(Keys keys, String worker, String ticket, Duration silence) {
        List<byte[]> found = lua.list(REAP, List.of(keys.claims(), keys.workers()), worker, silence.toMillis(), ticket);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var id = new String(found.get(0), UTF_8);
        int deliveries = Integer.parseInt(new String(found.get(1), UTF_8));
        return Optional.of(new Claim(id, keys.queue(), read(keys, id), deliveries, suspicions(found.get(2))));
    }

    /** @return false when another worker has reaped the claim */
    boolean mark(Claim claim, String worker, String messageNumber) {
        return lua.number(MARK, List.of(new Keys(claim.queue()).claims()), claim.id(), worker, messageNumber) == 1;
    }

    void drop(Claim claim) {
        var keys = new Keys(claim.queue());
        lua.number(DROP, List.of(keys.claim(claim.id()), keys.claims()), claim.id());
    }

    void beat(Keys keys, String worker) {
        lua.number(BEAT, List.of(keys.workers()), worker);
    }

    /** Of all claims that are not dropped, whoever holds them. */
    Set<String> ids(Keys keys) {
        try (var connection = connections.getConnection()) {
            Set<byte[]> ids = Objects.requireNonNull(
                    connection.hashCommands().hKeys(keys.claims().getBytes(UTF_8)));
            return ids.stream().map(id -> new String(id, UTF_8)).collect(Collectors.toSet());
        }
    }

    /** A worker that says good-bye need not be waited for: what it still holds can be reaped at once. */
    void leave(Keys keys, String worker) {
        try (var connection = connections.getConnection()) {
            connection.hashCommands().hDel(keys.workers().getBytes(UTF_8), worker.getBytes(UTF_8));
        }
    }

    /**
     * Waits until the queue has a message, or until the time is up. The message is moved from the head to the head, that
     * is, not at all: a worker that dies while it waits holds nothing.
     */
    void await(RedisConnection own, Keys keys, Duration longest) {
        byte[] queue = keys.queue().getBytes(UTF_8);
        own.listCommands().bLMove(queue, queue, Direction.LEFT, Direction.LEFT, longest.toMillis() / 1000.0);
    }

    Figures figures(Keys keys) {
        List<Long> figures = lua.list(FIGURES, List.of(keys.queue(), keys.claims()));
        return new Figures(figures.get(0), figures.get(1), Duration.ofMillis(figures.get(2)));
    }

    /** How a queue stands: messages waiting, messages in claims, age of the oldest claim. */
    record Figures(long waiting, long inFlight, Duration oldest) {}

    private List<Message> read(Keys keys, String id) {
        try (var connection = connections.getConnection()) {
            return toMessages(connection.listCommands().lRange(keys.claim(id).getBytes(UTF_8), 0, -1));
        }
    }

    private static List<Message> toMessages(List<byte[]> bodies) {
        return bodies.stream().map(Message::new).toList();
    }

    private static Map<Integer, Integer> suspicions(byte[] json) {
        try {
            return JSON.readValue(new String(json, UTF_8), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("suspicions of a claim are not JSON", e);
        }
    }
}
