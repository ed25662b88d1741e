package org.almoner.crash;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** All that producers have pushed to the queue {@code work} in one test. */
final class Load implements AutoCloseable {
    private static final byte[] QUEUE = {'w', 'o', 'r', 'k'};

    private final List<Sent> sent = new ArrayList<>();
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> redis;
    private final List<Sent> waiting = new ArrayList<>();
    private final Set<Sent> released = new HashSet<>();
    private int number;
    private int earlyNumber;
    private int generation;

    Load(Stores stores) {
        client = stores.redis();
        redis = client.connect(ByteArrayCodec.INSTANCE);
    }

    /** Pushes what a bad day brings: in a hundred messages some duplicates, and one of each kind that must fail. */
    Load mixed(int count) {
        return push(IntStream.range(0, count).mapToObj(i -> next()).toList());
    }

    /** Pushes messages that wait for what {@link #release} pushes. */
    Load early(int count) {
        return push(IntStream.range(0, count)
                .mapToObj(i -> early("early-" + ++earlyNumber))
                .toList());
    }

    Load add(String id, Fate fate) {
        return push(List.of(Sent.of(id, fate)));
    }

    /** Pushes what all early messages until now have been waiting for. */
    Load release() {
        add(predecessor(), Fate.GOOD);
        generation++;
        released.addAll(waiting);
        waiting.clear();
        return this;
    }

    /** Whether what the message waits for has been pushed. */
    boolean hasReleased(Sent message) {
        return released.contains(message);
    }

    List<Sent> sent() {
        return sent;
    }

    private Load push(List<Sent> messages) {
        if (!messages.isEmpty()) {
            redis.sync().rpush(QUEUE, messages.stream().map(Sent::bytes).toArray(byte[][]::new));
            sent.addAll(messages);
        }
        return this;
    }

    private Sent next() {
        number++;
        return switch (number % 100) {
            case 7 -> Sent.of(id(number), Fate.MALFORMED);
            case 23 -> Sent.of(id(number), Fate.FAILING);
            case 41 -> Sent.of(id(number), Fate.REFUSED);
            case 63 -> early(id(number));
            case 11 -> Sent.of(id(number - 1), Fate.DUPLICATE); // in the same claim
            case 98 -> Sent.of(id(number - 97), Fate.DUPLICATE); // in another claim
            default -> Sent.of(id(number), Fate.GOOD);
        };
    }

    private Sent early(String id) {
        var message = Sent.early(id, predecessor());
        waiting.add(message);
        return message;
    }

    private String predecessor() {
        return "predecessor-" + generation;
    }

    private static String id(int number) {
        return "m-" + number;
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
