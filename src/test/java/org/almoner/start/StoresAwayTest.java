package org.almoner.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.almoner.testing.AlmonerFolder;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.TestPostgres;
import org.almoner.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Almoner says and does while a store is away, and when it is back. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StoresAwayTest {
    private static final String THING =
            """
            # A thing, of which another queue is told a little later.
            - route:
                id: thing
                from:
                  uri: queue:thing
                  steps:
                    - to: {uri: queue:told, parameters: {delay: 4s}}
            """;

    private static final TestPostgres POSTGRES = new TestPostgres().start();
    private static final TestRedis REDIS = new TestRedis().start();
    private static final AlmonerFolder FOLDER = AlmonerFolder.fresh();
    private static final AlmonerProcess ALMONER = boot();

    private static AlmonerProcess boot() {
        FOLDER.write("thing", THING);
        return AlmonerProcess.boot(FOLDER, POSTGRES.url(), REDIS.url());
    }

    @BeforeAll
    static void awaitReady() {
        ALMONER.awaitStarted();
        awaitReadiness(200);
    }

    @AfterAll
    static void stop() {
        ALMONER.close();
        REDIS.close();
        POSTGRES.close();
    }

    @Test
    void isAliveButNotReadyWithoutPostgres() {
        POSTGRES.stop();

        awaitReadiness(503);
        assertThat(ALMONER.health("liveness")).isEqualTo(200);

        POSTGRES.start();
        awaitReadiness(200);
    }

    @Test
    void isAliveButNotReadyWithoutRedisAndKeepsFollowUpsUntilItIsBack() throws SQLException {
        push("{\"number\": 1}", "{\"number\": 2}", "{\"number\": 3}");
        await().until(() -> outbox("true") == 3);
        REDIS.stop();

        awaitReadiness(503);
        assertThat(ALMONER.health("liveness")).isEqualTo(200);
        await("all due").until(() -> outbox("due_at < now() - interval '2 s'") == 3);

        REDIS.start();
        awaitReadiness(200);
        await("all pushed").until(() -> outbox("true") == 0);
        assertThat(told()).isEqualTo(3);
    }

    private static void awaitReadiness(int status) {
        await("readiness " + status).atMost(Duration.ofSeconds(30)).until(() -> ALMONER.health("readiness") == status);
    }

    private static void push(String... things) {
        try (var client = RedisClient.create(REDIS.url());
                var connection = client.connect()) {
            connection.sync().rpush("thing", things);
        }
    }

    private static long told() {
        try (var client = RedisClient.create(REDIS.url());
                var connection = client.connect()) {
            return connection.sync().llen("told");
        }
    }

    private static int outbox(String condition) throws SQLException {
        try (var connection = DriverManager.getConnection(POSTGRES.url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
