package org.almoner.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CompletableFuture;
import org.almoner.testing.SharedStores;
import org.almoner.testing.TestPostgres;
import org.almoner.testing.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@ExtendWith(OutputCaptureExtension.class)
class StoresReachableTest {
    private final StoresReachable stores = new StoresReachable();

    @Test
    void waitsForPostgresqlAndNamesItWithoutItsPassword(CapturedOutput output) {
        try (var postgres = new TestPostgres();
                var source = source(postgres.url() + "&password=geheim")) {

            var start = CompletableFuture.runAsync(() -> stores.postProcessAfterInitialization(source, "dataSource"));
            await().until(() -> output.getOut().contains("PostgreSQL at 127.0.0.1:"));
            assertThat(start).isNotDone();
            postgres.start();

            await().untilAsserted(() -> assertThat(start).isCompleted());
            assertThat(output.getOut()).doesNotContain("geheim");
        }
    }

    @Test
    void waitsForRedis(CapturedOutput output) {
        try (var redis = new TestRedis()) {
            var connections = connections(redis);

            var start = CompletableFuture.runAsync(() -> stores.postProcessAfterInitialization(connections, "redis"));
            await().until(() -> output.getOut().contains("Redis at 127.0.0.1:" + connections.getPort()));
            assertThat(start).isNotDone();
            redis.start();

            await().untilAsserted(() -> assertThat(start).isCompleted());
            connections.destroy();
        }
    }

    @Test
    void doesNotWaitForAStoreThatRefusesUs() {
        try (var source = source(SharedStores.jdbcUrl() + "-not")) {
            assertThatThrownBy(() -> stores.postProcessAfterInitialization(source, "dataSource"))
                    .hasRootCauseMessage("FATAL: role \"postgres-not\" does not exist");
        }
    }

    private static HikariDataSource source(String url) {
        var source = new HikariDataSource();
        source.setJdbcUrl(url);
        return source;
    }

    private static LettuceConnectionFactory connections(TestRedis redis) {
        var port = Integer.parseInt(redis.url().replaceAll(".*:", ""));
        var connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port));
        connections.afterPropertiesSet();
        return connections;
    }
}
