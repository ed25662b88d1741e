package org.almoner.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.almoner.testing.AlmonerFolder;
import org.almoner.testing.AlmonerProcess;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A route file that is edited while Almoner runs, where a setting asks for it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LiveReloadTest {
    private static final String ROUTE =
            """
            # A thing, of which another queue is told.
            - route:
                id: thing
                from:
                  uri: queue:thing
                  steps:
                    - %s
            """;

    private static final String JDBC_URL = SharedStores.newDatabase();
    private static final TestRedis REDIS = new TestRedis().start();
    private static final RedisClient CLIENT = RedisClient.create(REDIS.url());
    private static final AlmonerFolder FOLDER = AlmonerFolder.fresh();
    private static final AlmonerProcess ALMONER = boot();

    private final RedisCommands<String, String> redis = CLIENT.connect().sync();

    private static AlmonerProcess boot() {
        FOLDER.write("thing", ROUTE.formatted("to: queue:first"));
        return AlmonerProcess.boot(FOLDER, JDBC_URL, REDIS.url(), "--camel.main.routes-reload-enabled=true");
    }

    @BeforeAll
    static void awaitStarted() {
        ALMONER.awaitStarted();
    }

    @AfterAll
    static void stop() {
        ALMONER.close();
        CLIENT.shutdown();
        REDIS.close();
    }

    @BeforeEach
    void tellFirst() {
        edit("to: queue:first");
        awaitTold("first");
    }

    @Test
    void takesEffect() {
        edit("to: queue:second");

        awaitTold("second");
        redis.del("first");
        redis.rpush("thing", "{\"number\": 2}");
        await().until(() -> redis.llen("thing") == 0);
        assertThat(redis.llen("first")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"log: [", "bean: {ref: nobody}", "to: nowhere:out"})
    void leavesTheOldRouteRunningWhenItHasAnError(String step) throws SQLException {
        long errors = errors();

        edit(step);

        await("refused").atMost(Duration.ofSeconds(20)).until(() -> errors() > errors);
        redis.del("first");
        awaitTold("first");
        redis.rpush("thing", "not JSON after " + step);
        await("dead letter").until(() -> deadLetters("not JSON after " + step) == 1);
    }

    private static void edit(String step) {
        FOLDER.write("thing", ROUTE.formatted(step));
    }

    private void awaitTold(String queue) {
        await(queue)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    redis.rpush("thing", "{\"number\": 1}");
                    return redis.llen(queue) > 0;
                });
    }

    private static int deadLetters(String body) throws SQLException {
        try (var connection = DriverManager.getConnection(JDBC_URL);
                var statement = connection.prepareStatement(
                        "select count(*) from dead_letter where queue = 'thing' and convert_from(body, 'UTF8') = ?")) {
            statement.setString(1, body);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static long errors() {
        return ALMONER.log().stream()
                .filter(line -> line.contains("Error reloading"))
                .count();
    }
}
