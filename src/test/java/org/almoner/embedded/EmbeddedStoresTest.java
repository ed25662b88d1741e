package org.almoner.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class EmbeddedStoresTest {
    private final PidFile postgres;
    private final PidFile redis;
    private final Path data;

    EmbeddedStoresTest() throws Exception {
        data = Files.createTempDirectory(Files.createDirectories(Path.of("target/stores")), "a folder ")
                .toAbsolutePath();
        Files.createSymbolicLink(
                data.resolve("binaries"), Path.of("target/binaries").toAbsolutePath());
        postgres = new PidFile(data.resolve("postgres/postmaster.pid"), "postgres");
        redis = new PidFile(data.resolve("redis/redis.pid"), "redis-server");
    }

    @BeforeEach
    void unpackOnce() throws Exception {
        Files.createDirectories(Path.of("target/binaries"));
    }

    @Test
    void startAgainOnTheirDataAfterKill9AndLeaveNoOrphan() throws Exception {
        var first = EmbeddedStoresProcess.on(data);
        execute(first.jdbcUrl(), "create table kept as select 1 as one");
        redis(first.redisUrl(), commands -> commands.rpush("pending", "kept"));

        first.kill();
        await().untilAsserted(() -> assertThat(postgres.server()).isEmpty());
        await().untilAsserted(() -> assertThat(redis.server()).isEmpty());

        var second = EmbeddedStoresProcess.on(data);
        execute(second.jdbcUrl(), "select one from kept");
        var message = redis(second.redisUrl(), commands -> commands.lpop("pending"));
        assertThat(message).isEqualTo("kept");
        second.kill();
    }

    @Test
    void startWhileTheServersOfAKilledProcessStillRun() throws Exception {
        EmbeddedStoresProcess.on(data).kill();

        var second = EmbeddedStoresProcess.on(data);

        execute(second.jdbcUrl(), "select 1");
        second.kill();
    }

    @Test
    void areNotSharedByTwoProcesses() throws Exception {
        var first = EmbeddedStoresProcess.on(data);

        assertThatThrownBy(this::context).hasMessageContaining(data + " is in use by process ");
        assertThat(EmbeddedStoresProcess.on(data).exitCode()).isNotZero();

        execute(first.jdbcUrl(), "select 1");
        first.kill();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void stopWithTheirContextAndDoNotHearCtrlC() throws Exception {
        try (var context = context()) {
            assertThat(context.getEnvironment().getProperty("almoner.samples")).isEqualTo("true");
            assertThat(session(postgres)).isNotEqualTo(session(ProcessHandle.current()));
            assertThat(session(redis)).isNotEqualTo(session(ProcessHandle.current()));
        }

        assertThat(postgres.server()).isEmpty();
        assertThat(redis.server()).isEmpty();
        try (var again = context()) {
            assertThat(again.getEnvironment().getProperty("almoner.samples")).isNull();
        }
    }

    @Test
    void leaveAloneWhatIsConfigured() {
        try (var context = context(Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://db/almoner",
                "spring.data.redis.cluster.nodes",
                "a:1,b:2"))) {
            assertThat(context.getEnvironment().getPropertySources())
                    .extracting("name")
                    .doesNotContain("embedded stores");
            assertThat(data.resolve("lock")).doesNotExist();
        }
    }

    private GenericApplicationContext context() {
        return context(Map.of());
    }

    private GenericApplicationContext context(Map<String, Object> settings) {
        var context = new GenericApplicationContext();
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("settings", settings));
        sources.addFirst(new MapPropertySource("data", Map.of("almoner.embedded.data", data.toString())));
        new EmbeddedStores().initialize(context);
        context.refresh();
        return context;
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T redis(String url, Function<RedisCommands<String, String>, T> call) {
        try (var client = RedisClient.create(url);
                var connection = client.connect()) {
            return call.apply(connection.sync());
        }
    }

    private static String session(PidFile server) throws Exception {
        return session(server.server().orElseThrow());
    }

    private static String session(ProcessHandle process) throws Exception {
        var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return stat.substring(stat.lastIndexOf(')')).split(" ")[4];
    }
}
