package org.almoner.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.script.RedisScript;

/** Names scripts by their file and their first key, other commands by their method and first key. */
class TappedRedis {
    private static final Map<String, String> SCRIPTS = Stream.of(
                    "claim", "drop", "reap", "mark", "turn", "push", "finish")
            .collect(Collectors.toUnmodifiableMap(TappedRedis::sha, name -> name));

    private final Fuse fuse;

    TappedRedis(Fuse fuse) {
        this.fuse = fuse;
    }

    RedisConnectionFactory connections(RedisConnectionFactory target) {
        return Taps.tapped(
                RedisConnectionFactory.class,
                target,
                (method, arguments, call) -> method.getName().equals("getConnection")
                        ? Taps.tapped(RedisConnection.class, (RedisConnection) call.run(), this::called)
                        : call.run());
    }

    private @Nullable Object called(Method method, @Nullable Object[] arguments, Fuse.Call<@Nullable Object> call)
            throws Throwable {
        if (method.getName().endsWith("Commands") && arguments.length == 0) {
            return tappedCommands(method.getReturnType(), call.run());
        }
        return arguments.length == 0 ? call.run() : fuse.around(step(method, arguments), call);
    }

    @SuppressWarnings("unchecked")
    private Object tappedCommands(Class<?> type, @Nullable Object commands) {
        return Taps.tapped((Class<Object>) type, Objects.requireNonNull(commands), this::called);
    }

    private static String step(Method method, @Nullable Object[] arguments) {
        if (method.getName().equals("evalSha")) {
            var keys = (byte[][]) arguments[arguments.length - 1];
            String script = SCRIPTS.getOrDefault(arguments[0], "script");
            return script + " " + queue(new String(keys[0], UTF_8));
        }
        return method.getName() + " " + (arguments[0] instanceof byte[] key ? new String(key, UTF_8) : "");
    }

    /** From {@code work} and from {@code almoner:{work}:claims}. */
    private static String queue(String key) {
        return key.replaceAll(".*\\{(.*)}.*", "$1");
    }

    private static String sha(String script) {
        return RedisScript.of(new ClassPathResource("org/almoner/queue/" + script + ".lua"), Long.class)
                .getSha1();
    }
}
