package org.almoner.crash;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All that producers have pushed to the queue {@code work} in one test. */
final class Load implements AutoCloseable {
    private static final byte[] QUEUE = {'w', 'o', 'r', 'k'};

    private final List<Sent> sent = new ArrayList<>();
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> redis;
    private int number;
    private int generation;

    Load(Stores stores) {
        client = stores.redis();
        redis = client.connect(ByteArrayCodec.INSTANCE);
    }

    /** Pushes what a bad day brings: in a hundred messages some duplicates, and one of each kind that must fail. */
    Load mixed(int count) {
        return push(IntStream.range(0, count).mapToObj(i -> next()).toList());
    }

    Load add(String id, Fate fate) {
        return push(List.of(Sent.of(id, fate)));
    }

    /** Pushes what all early messages until now have been waiting for. */
    Load release() {
        add(predecessor(), Fate.GOOD);
        generation++;
        return this;
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
            case 63 -> Sent.early(id(number), predecessor());
            case 11 -> Sent.of(id(number - 1), Fate.DUPLICATE); // in the same claim
            case 98 -> Sent.of(id(number - 97), Fate.DUPLICATE); // in another claim
            default -> Sent.of(id(number), Fate.GOOD);
        };
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
