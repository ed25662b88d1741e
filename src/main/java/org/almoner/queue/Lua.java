package org.almoner.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;

/** Runs the scripts beside this class: each is one atomic step of the protocol. */
@Component
class Lua {

    private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();

    Lua(RedisConnectionFactory connections) {
        redis.setConnectionFactory(connections);
        redis.setKeySerializer(RedisSerializer.string());
        redis.setValueSerializer(RedisSerializer.byteArray());
        redis.afterPropertiesSet();
    }

    static RedisScript<Long> number(String name) {
        return RedisScript.of(text(name), Long.class);
    }

    @SuppressWarnings("rawtypes") // the element type is the serializer's affair
    static RedisScript<List> list(String name) {
        return RedisScript.of(text(name), List.class);
    }

    /** Read once: of a script that is a resource, Spring looks at each call whether the file has changed. */
    private static String text(String name) {
        try {
            return new ClassPathResource(name + ".lua", Lua.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long number(RedisScript<Long> script, List<String> keys, Object... arguments) {
        return run(script, keys, arguments);
    }

    /** The elements are {@code byte[]} or {@code Long}, as the script answers. */
    @SuppressWarnings("unchecked")
    <T> List<T> list(@SuppressWarnings("rawtypes") RedisScript<List> script, List<String> keys, Object... arguments) {
        return (List<T>) run(script, keys, arguments);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // Spring's signature has one serializer for scripts of any answer
    private <T> T run(RedisScript<T> script, List<String> keys, Object... arguments) {
        RedisSerializer answers = RedisSerializer.byteArray();
        return (T) redis.execute(script, RedisSerializer.byteArray(), answers, keys, bytes(arguments));
    }

    private static Object[] bytes(Object... arguments) {
        return Arrays.stream(arguments)
                .map(a -> a instanceof byte[] raw ? raw : String.valueOf(a).getBytes(StandardCharsets.UTF_8))
                .toArray();
    }
}
