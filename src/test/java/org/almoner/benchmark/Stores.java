package org.almoner.benchmark;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.almoner.testing.TestPostgres;
import org.almoner.testing.TestRedis;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;

/** A PostgreSQL and a Redis of the benchmark's own, set as safely as Almoner sets them, with nobody else on them. */
final class Stores implements AutoCloseable {

    static final String QUEUE = "pending";
    private static final String STAGED = "benchmark:staged"; // where messages wait for the starting shot
    private static final int PUSHED_AT_ONCE = 1000;

    private final String queue;

    private final TestPostgres postgres;
    private final TestRedis redisServer = new TestRedis().start();
    private final RedisClient client = RedisClient.create(redisServer.url());
    private final RedisCommands<String, byte[]> redis = client.connect(
                    RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))
            .sync();

    Stores() {
        this(QUEUE);
    }

    /** @param settings of PostgreSQL, as {@code name=value} */
    Stores(String queue, String... settings) {
        this.queue = queue;
        this.postgres = new TestPostgres(settings).start();
        Flyway.configure().dataSource(jdbcUrl(), null, null).load().migrate();
    }

    String jdbcUrl() {
        return postgres.url();
    }

    String redisUrl() {
        return redisServer.url();
    }

    RedisCommands<String, byte[]> redis() {
        return redis;
    }

    Connection connection() throws SQLException {
        return postgres.connection();
    }

    /** As after the first migration, and with nothing left for PostgreSQL to tidy up while the next run is timed. */
    void empty() throws SQLException {
        clear();
        execute("truncate pending_payment, handled_message, claim_receipt, dead_letter, outbox");
        execute("vacuum analyze");
        execute("checkpoint");
    }

    void stage(Load load, int messages) {
        stage(load::message, messages);
    }

    void stage(IntFunction<byte[]> message, int messages) {
        for (int first = 0; first < messages; first += PUSHED_AT_ONCE) {
            redis.rpush(
                    STAGED,
                    IntStream.range(first, Math.min(first + PUSHED_AT_ONCE, messages))
                            .mapToObj(message)
                            .toArray(byte[][]::new));
        }
    }

    /** All that is staged is in the queue at once. */
    void release() {
        redis.rename(STAGED, queue);
    }

    void push(byte[] message) {
        redis.rpush(queue, message);
    }

    /** What waits in the queue is forgotten; what is in hand is waited for. */
    void clear() {
        redis.del(queue, STAGED);
        Awaitility.await("the claims in hand").atMost(1, TimeUnit.MINUTES).until(this::isDrained);
    }

    /** In this order: a message goes from the queue to a claim, never back. */
    boolean isDrained() {
        return waiting() == 0 && redis.hlen("almoner:{%s}:claims".formatted(queue)) == 0;
    }

    long waiting() {
        return redis.llen(queue);
    }

    boolean hasWorker() {
        return redis.hlen("almoner:{%s}:workers".formatted(queue)) > 0;
    }

    long count(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    long[] postgresProcesses() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select array_agg(pid) from pg_stat_activity")) {
            result.next();
            return Arrays.stream((Integer[]) result.getArray(1).getArray())
                    .mapToLong(Integer::longValue)
                    .toArray();
        }
    }

    /** A setting of PostgreSQL, {@code server_version} among them. */
    String setting(String name) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    String redisVersion() {
        return redis.info("server")
                .lines()
                .filter(line -> line.startsWith("redis_version:"))
                .map(line -> line.substring(line.indexOf(':') + 1))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        client.shutdown();
        redisServer.close();
        postgres.close();
    }

    void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
