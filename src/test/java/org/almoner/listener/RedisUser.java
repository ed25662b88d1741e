package org.almoner.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.almoner.testing.TestRedis;

/** The user that a listener is to Redis, as we ship it. */
public final class RedisUser {

    private static final String PASSWORD = "listens";

    private RedisUser() {}

    /** @return by which URL a listener connects */
    public static String addTo(TestRedis redis) {
        try (var client = RedisClient.create(redis.url());
                var connection = client.connect()) {
            var words = rules();
            words.set(0, "SETUSER");
            ask(connection.sync(), "ACL", words.toArray(String[]::new));
        }
        return redis.url().replace("redis://", "redis://listener:" + PASSWORD + "@");
    }

    static List<String> lists() {
        return rules().stream()
                .filter(word -> word.startsWith("%W~"))
                .map(word -> word.substring(3))
                .toList();
    }

    static String ask(RedisCommands<String, String> redis, String command, String... arguments) {
        var args = new CommandArgs<>(StringCodec.UTF8);
        Arrays.stream(arguments).forEach(args::add);
        return redis.dispatch(new Word(command), new StatusOutput<>(StringCodec.UTF8), args);
    }

    private static List<String> rules() {
        try {
            var line = Files.readString(Path.of("k8s/base/listeners/redis-users.acl"));
            return new ArrayList<>(List.of(line.strip()
                    .replace("#SHA256-OF-ITS-PASSWORD", ">" + PASSWORD)
                    .split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command by its name. */
    private record Word(String name) implements ProtocolKeyword {
        @Override
        public byte[] getBytes() {
            return name.getBytes(US_ASCII);
        }
    }
}
