package org.almoner.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was pushed with what is in PostgreSQL and Redis, by plain SQL and plain commands. It shares no code with
 * the machine, and trusts nothing that the machine says of itself without counting it.
 */
final class Judge implements AutoCloseable {
    private final Connection sql;
    private final RedisClient client;
    private final RedisCommands<String, String> redis;
    private final List<String> objections = new ArrayList<>();

    Judge(Stores stores) {
        try {
            sql = stores.connection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        client = stores.redis();
        redis = client.connect().sync();
    }

    /** Must be called when the workers have nothing left to do. */
    Verdict verdict(Load load) {
        objections.clear();
        try {
            judge(load);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Verdict(List.copyOf(objections));
    }

    /** Waits until all is done: for a while, since the two stores cannot be looked at in the same instant. */
    Judge awaitQuiet() {
        Awaitility.await("all work done")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .during(Duration.ofMillis(500))
                .until(() -> number("select count(*) from outbox") == 0
                        && leftInRedis().isEmpty());
        return this;
    }

    /** Claims that somebody holds. */
    List<String> inFlight() {
        return redis.keys("almoner:{*}:claim*");
    }

    /** Why the message with this id is a dead letter. */
    String reasonOf(String id) throws SQLException {
        return deadLetters().entrySet().stream()
                .filter(letter -> letter.getKey().contains("\"" + id + "\""))
                .map(letter -> letter.getValue().error())
                .findFirst()
                .orElse("");
    }

    private void judge(Load load) throws SQLException {
        Map<String, Integer> done = effects("work");
        Map<String, Integer> followed = effects("consequence");
        Map<String, DeadLetter> letters = deadLetters();
        for (var sent : load.sent()) {
            if (sent.fate().leadsToDeadLetter()) {
                judgeBad(load, sent, done, followed, letters.remove(sent.text()));
            } else {
                judgeOnce(sent.id() + " on work", done.getOrDefault(sent.id(), 0));
                judgeOnce(sent.id() + " on consequence", followed.getOrDefault(sent.id(), 0));
            }
        }
        letters.forEach(
                (text, letter) -> objections.add("dead letter nobody expected: " + text + ": " + letter.error()));
        judgeSums(load, done, followed);
        leftInRedis().forEach(key -> objections.add("left in Redis: " + key));
        judgeEqual("rows left in the outbox", number("select count(*) from outbox"), 0);
    }

    private void judgeBad(
            Load load,
            Sent sent,
            Map<String, Integer> done,
            Map<String, Integer> followed,
            @Nullable DeadLetter letter) {
        if (letter == null) {
            objections.add("lost: " + sent.id() + ", " + sent.fate() + ", is no dead letter with its bytes");
            return;
        }
        int expected = letter.state().equals("handled") ? 1 : 0; // requeued, and its time had come
        judgeEqual(
                sent.id() + ", a dead letter " + letter.state() + ", on work",
                done.getOrDefault(sent.id(), 0),
                expected);
        judgeEqual(sent.id() + " on consequence", followed.getOrDefault(sent.id(), 0), expected);
        if (letter.state().equals("requeued") || letter.state().equals("kept") && load.hasReleased(sent)) {
            objections.add("lost: " + sent.id() + " could be handled and is " + letter.state());
        }
    }

    private void judgeOnce(String what, int times) {
        if (times != 1) {
            objections.add((times == 0 ? "lost: " : "done %d times: ".formatted(times)) + what);
        }
    }

    /** Each message on a list is claimed and committed once: handled, duplicate, or dead. */
    private void judgeSums(Load load, Map<String, Integer> done, Map<String, Integer> followed) throws SQLException {
        long requeued = number(
                "select coalesce(sum(attempts - 1 + case state when 'handled' then 1 else 0 end), 0) from dead_letter");
        judgeEqual(
                "receipts of work",
                receipts("work", "handled + duplicate + dead"),
                load.sent().size() + requeued);
        judgeEqual("handled, by receipts of work", receipts("work", "handled"), sum(done));
        judgeEqual(
                "dead, by receipts",
                receipts("work", "dead"),
                number("select coalesce(sum(attempts), 0) from dead_letter"));
        judgeEqual("receipts of consequence", receipts("consequence", "handled + duplicate + dead"), sum(done));
        judgeEqual("handled, by receipts of consequence", receipts("consequence", "handled"), sum(followed));
    }

    private void judgeEqual(String what, long is, long expected) {
        if (is != expected) {
            objections.add("%s: %d, expected %d".formatted(what, is, expected));
        }
    }

    /** What the receipts of a queue say, as a sum over them. */
    long receipts(String queue, String sum) throws SQLException {
        return number("select coalesce(sum(%s), 0) from claim_receipt where queue = '%s'".formatted(sum, queue));
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    private Map<String, Integer> effects(String queue) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (var statement = sql.prepareStatement("select id, count(*) from effect where queue = ? group by id")) {
            statement.setString(1, queue);
            for (ResultSet rows = statement.executeQuery(); rows.next(); ) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }

    private Map<String, DeadLetter> deadLetters() throws SQLException {
        Map<String, DeadLetter> letters = new HashMap<>();
        try (var statement = sql.prepareStatement("select body, state, error from dead_letter where queue = 'work'")) {
            for (ResultSet rows = statement.executeQuery(); rows.next(); ) {
                letters.put(new String(rows.getBytes(1), UTF_8), new DeadLetter(rows.getString(2), rows.getString(3)));
            }
        }
        return letters;
    }

    private long number(String query) throws SQLException {
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Workers that beat and the number of the relay's turn may stay. */
    private List<String> leftInRedis() {
        return redis.keys("*").stream()
                .filter(key -> !key.endsWith(":workers"))
                .filter(key -> !key.endsWith(":relayed") || redis.hlen(key) > 1)
                .toList();
    }

    @Override
    public void close() {
        client.shutdown();
        try {
            sql.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record DeadLetter(String state, String error) {}
}
