package org.almoner.routes;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A queue as its producers see it: they push, and some time later every message has been dealt with. */
record TestQueue(String name, StringRedisTemplate redis, JdbcClient sql) {
    private static final Duration SOON = Duration.ofMillis(10); // there are thousands to wait for

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What became of all messages of the queue since the test began. */
    record Receipt(int handled, int duplicate, int dead) {
        int messages() {
            return handled + duplicate + dead;
        }
    }

    /** A message of its own push each, so that each has been dealt with before the next is there. */
    Receipt pushOneByOne(String... messages) {
        for (String message : messages) {
            push(message);
        }
        return receipt();
    }

    Receipt push(String... messages) {
        int expected = receipt().messages() + messages.length;
        redis.opsForList().rightPushAll(name, messages);
        await(name).pollInterval(SOON).until(() -> receipt().messages() >= expected);
        return receipt();
    }

    Receipt pushSample(String sample) {
        return push(sample(sample));
    }

    String sample(String sample) {
        Path json = Path.of("src/test/resources/messages", name, sample + ".json");
        try {
            return Files.readString(Files.exists(json) ? json : json.resolveSibling(sample + ".raw"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only message of those that follow, on the list of a queue whose route is stopped. */
    ObjectNode onlyOn(String list) {
        await(list).until(() -> Long.valueOf(1).equals(redis.opsForList().size(list)));
        try {
            return (ObjectNode) JSON.readTree(redis.opsForList().index(list, 0));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Receipt receipt() {
        return sql.sql(
                        """
                        select coalesce(sum(handled), 0) as handled, coalesce(sum(duplicate), 0) as duplicate,
                            coalesce(sum(dead), 0) as dead
                        from claim_receipt where queue = ?
                        """)
                .param(name)
                .query(Receipt.class)
                .single();
    }

    /** The dead letters of the queue, as the text that was pushed. */
    List<String> deadLetters() {
        return sql
                .sql("select body from dead_letter where queue = ? order by id")
                .param(name)
                .query(byte[].class)
                .list()
                .stream()
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .toList();
    }

    String lastError() {
        return sql.sql("select error from dead_letter where queue = ? order by id desc limit 1")
                .param(name)
                .query(String.class)
                .single();
    }
}
