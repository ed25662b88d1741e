package org.almoner.listener;

import static org.almoner.listener.RedisUser.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.almoner.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a listener's password of Redis can add to the lists of notifications, and nothing else. */
class RedisUserTest {

    private static final String LIST = "notifications-adyen";

    private static final TestRedis REDIS = new TestRedis().start();
    private static final RedisClient CLIENT = RedisClient.create();
    private static final RedisCommands<String, String> ADMIN =
            CLIENT.connect(RedisURI.create(REDIS.url())).sync();
    private static final RedisCommands<String, String> LISTENER =
            CLIENT.connect(RedisURI.create(RedisUser.addTo(REDIS))).sync();

    @AfterAll
    static void stop() {
        CLIENT.shutdown();
        REDIS.close();
    }

    @Test
    void mayAddToTheLists() {
        assertThat(LISTENER.ping()).isEqualTo("PONG");
        assertThat(RedisUser.lists())
                .allSatisfy(list -> assertThat(LISTENER.rpush(list, "x")).isPositive());
    }

    /** By the commands that this Redis has, not by those that we think of. */
    @Test
    void mayUseNoOtherCommand() {
        var commands = ADMIN.command();
        var allowed = new TreeSet<String>();
        for (var command : commands) {
            var name = ((List<?>) command).get(0).toString();
            int arguments = Math.abs(((Long) ((List<?>) command).get(1)).intValue()) - 1;
            if (isAllowed(name, arguments)) {
                allowed.add(name);
            }
        }

        assertThat(commands).hasSizeGreaterThan(200);
        assertThat(allowed)
                .isEqualTo(
                        Set.of("auth", "hello", "ping", "quit", "reset", "rpush")); // Redis lets all say who they are
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LRANGE notifications-adyen 0 -1",
                "LLEN notifications-adyen",
                "LPOP notifications-adyen",
                "LPUSH notifications-adyen x",
                "LTRIM notifications-adyen 1 0",
                "LREM notifications-adyen 0 x",
                "DEL notifications-adyen",
                "RENAME notifications-adyen notifications-paypal",
                "EXPIRE notifications-adyen 1",
                "DUMP notifications-adyen",
                "KEYS *",
                "SCAN 0",
                "EVAL return(1) 0",
                "MULTI",
                "CONFIG GET *",
                "ACL LIST",
                "CLIENT LIST",
                "INFO",
                "MONITOR",
                "SHUTDOWN NOSAVE",
                "FLUSHALL",
                "PUBLISH almoner:run purge-runs",
                "SUBSCRIBE almoner:run",
                "REPLICAOF 127.0.0.1 1",
                "RPUSH donations x",
                "RPUSH jobs-adyen x",
                "RPUSH notifications-dead-letter x",
                "RPUSH notifications-adyen2 x",
                "RPUSH almoner:{notifications-adyen}:claims x"
            })
    void isRefused(String command) {
        var words = command.split(" ");

        assertThatThrownBy(() -> ask(LISTENER, words[0], Arrays.copyOfRange(words, 1, words.length)))
                .hasMessageStartingWith("NOPERM");
    }

    @Test
    void hasTheListOfEveryListener() throws IOException {
        try (var routes = Files.list(Path.of("routes/listeners"))) {
            assertThat(routes.map(file -> file.getFileName().toString().replace(".camel.yaml", "")))
                    .isNotEmpty()
                    .allMatch(gateway -> RedisUser.lists().contains("notifications-" + gateway));
        }
    }

    private static boolean isAllowed(String name, int arguments) {
        var words = new ArrayList<>(List.of("DRYRUN", "listener", name));
        for (int i = 0; i < arguments; i++) {
            words.add(LIST);
        }
        try {
            return ask(ADMIN, "ACL", words.toArray(String[]::new)).equals("OK");
        } catch (RedisCommandExecutionException e) {
            return false; // of a command that has subcommands, none is called like that
        }
    }
}
