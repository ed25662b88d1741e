package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Follow-ups leave the outbox for their queues when due, in order, once. */
class RelayTurnTest {

    private final TestMachine machine = TestMachine.empty();
    private final RelayTurn relay = machine.relayTurn();
    private final Instant now = machine.clock.instant();

    @Test
    void pushesWhatIsDueInTheOrderOfItsTime() {
        add("refund", "{\"n\":3}", now);
        add("refund", "{\"n\":1}", now.minusSeconds(60));
        add("refund", "{\"n\":2}", now.minusSeconds(60));
        add("refund", "{\"n\":4}", now.plusMillis(1));

        relayAll();

        assertThat(queue("refund")).extracting(json -> json.get("n").asInt()).containsExactly(1, 2, 3);
        assertThat(outbox()).isOne();
    }

    @Test
    void pushesTheRestWhenItsTimeHasCome() {
        add("refund", "{\"n\":1}", now.plusSeconds(60));
        relayAll();
        machine.clock.advance(Duration.ofSeconds(60));

        relayAll();

        assertThat(queue("refund")).hasSize(1);
        assertThat(outbox()).isZero();
    }

    @Test
    void stampsTheSourceOverWhatWasThere() {
        add(
                "refund",
                "{\"amount\":100.00,\"source_name\":\"x\",\"source_type\":null,\"source_enqueued_time\":\"1\"}",
                now);

        relayAll();

        var message = queue("refund").get(0);
        assertThat(message.get("source_name").asText()).isEqualTo("Almoner");
        assertThat(message.get("source_type").asText()).isEqualTo("consumer");
        assertThat(message.get("source_host").asText()).isEqualTo(Host.name());
        assertThat(message.get("source_run_id").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(message.get("source_version").asText()).isEqualTo("1.2.3");
        assertThat(message.get("source_enqueued_time").asLong()).isEqualTo(now.getEpochSecond());
        assertThat(raw("refund").get(0)).contains("\"amount\":100.00,");
    }

    @Test
    void leavesRequeuedLettersAsTheyCame() {
        byte[] body = {'{', '"', (byte) 0xff, 0, '\n', '"', ' '};
        machine.sql
                .sql(
                        "insert into outbox (queue, body, as_is, due_at) values ('refund', ?, true, now() - interval '100 years')")
                .param(body)
                .update();

        relayAll();

        assertThat(claimed("refund")).containsExactly(body);
    }

    @Test
    void pushesNothingTwiceAfterATurnThatEndedBeforeItsDelete() {
        add("refund", "{\"n\":1}", now);
        add("refund", "{\"n\":2}", now);
        pushWithoutDelete(1);
        add("refund", "{\"n\":3}", now);

        relayAll();

        assertThat(queue("refund")).extracting(json -> json.get("n").asInt()).containsExactly(1, 2, 3);
        assertThat(outbox()).isZero();
    }

    @Test
    void pushesTheRestOfATurnThatEndedHalfWay() {
        add("refund", "{\"n\":1}", now);
        pushWithoutDelete(1);
        add("refund", "{\"n\":2}", now.minusSeconds(1)); // comes first now

        relayAll();

        assertThat(queue("refund")).extracting(json -> json.get("n").asInt()).containsExactly(1, 2);
        assertThat(outbox()).isZero();
    }

    @Test
    void forgetsItsMarksWhenTheTurnIsOver() {
        add("refund", "{}", now);

        relayAll();

        assertThat(machine.redis.opsForHash().keys(new Keys("refund").relayed()))
                .containsExactly("turn");
    }

    @Test
    void isRefusedByRedisWhenANewerTurnHasBegun() {
        var keys = new Keys("refund");
        machine.pushes.begin(keys, 5);
        machine.pushes.begin(keys, 6);
        var followUp = new FollowUp(1, "refund", "{}".getBytes(UTF_8), false, now);

        assertThatThrownBy(() -> machine.pushes.push(keys, 5, List.of(followUp)))
                .isInstanceOf(TurnOver.class);
        assertThatThrownBy(() -> machine.pushes.begin(keys, 5)).isInstanceOf(TurnOver.class);
        assertThat(queue("refund")).isEmpty();
    }

    @Test
    void healsWhenARestoredDatabaseCountsTurnsFromThePast() {
        machine.pushes.begin(new Keys("refund"), 1_000_000);
        add("refund", "{}", now);
        add("email", "{}", now);

        relayAll();
        relayAll();

        assertThat(queue("email")).hasSize(1);
        assertThat(queue("refund")).hasSize(1);
        assertThat(outbox()).isZero();
        machine.sql.sql("alter sequence relay_turn restart").update();
    }

    @Test
    void pushesARowOfTheSameIdInARestoredDatabase() {
        add("refund", "{\"n\":1}", now);
        pushWithoutDelete(1);
        machine.sql.sql("truncate outbox restart identity").update();
        add("refund", "{\"n\":2}", now.plusSeconds(1));
        machine.clock.advance(Duration.ofSeconds(1));

        relayAll();

        assertThat(queue("refund")).extracting(json -> json.get("n").asInt()).containsExactly(1, 2);
    }

    @Test
    void doesNotHoldUpOthersForAQueueThatIsNoList() {
        machine.redis.opsForValue().set("refund", "not a list");
        add("refund", "{}", now);
        add("email", "{}", now);

        relayAll();

        assertThat(queue("email")).hasSize(1);
        assertThat(outbox()).isOne();
    }

    /** A push that fails is made up for, with the same message. */
    @Test
    void comesBackToAQueueThatIsAListAgain() {
        machine.redis.opsForValue().set("refund", "not a list");
        add("refund", "{}", now);
        relayAll();
        machine.redis.delete("refund");
        machine.clock.advance(Duration.ofSeconds(61));

        relayAll();

        assertThat(queue("refund")).hasSize(1);
    }

    @Test
    void doesNotHoldUpOthersForAFollowUpThatIsNoObject() {
        add("refund", "[]", now);
        add("refund2", "not JSON", now);
        add("email", "{}", now);

        relayAll();

        assertThat(queue("email")).hasSize(1);
        assertThat(outbox()).isEqualTo(2);
    }

    @Test
    void pushesLargeBundlesInOrder() {
        machine.sql
                .sql(
                        """
                        insert into outbox (queue, body, due_at)
                        select 'refund', convert_to(format('{"n":%s}', n), 'UTF8'), ?
                        from generate_series(1, 1700) as n
                        """)
                .param(java.sql.Timestamp.from(now))
                .update();

        relayAll();

        assertThat(queue("refund"))
                .extracting(json -> json.get("n").asInt())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1700).boxed().toList());
        assertThat(outbox()).isZero();
    }

    @Test
    void pushesLargeMessagesInSeveralBundles() {
        IntStream.range(0, 20)
                .forEach(n -> add(
                        "refund",
                        "{\"n\":%d,\"text\":\"%s\"}"
                                .formatted(n, "x".repeat(200_000).repeat(4).substring(0, 250_000)),
                        now));
        IntStream.range(0, 20).forEach(n -> machine.sql
                .sql(
                        "insert into outbox (queue, body, as_is, due_at) values ('email', decode(repeat('00', 2000000), 'hex'), true, ?)")
                .param(java.sql.Timestamp.from(now))
                .update());

        assertThat(relay.take()).isTrue();
        assertThat(outbox()).isPositive();
        relayAll();

        assertThat(queue("refund"))
                .extracting(json -> json.get("n").asInt())
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
        assertThat(machine.redis.opsForList().size("email")).isEqualTo(20);
    }

    @Test
    void pushesNothingTwiceWhenManyRelaysWork() {
        IntStream.range(0, 600).forEach(n -> add("refund", "{\"n\":%d}".formatted(n), now));

        var relays = Stream.generate(machine::relayTurn)
                .limit(4)
                .map(turn -> CompletableFuture.runAsync(() -> {
                    while (turn.take()) {}
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(relays).join();

        assertThat(queue("refund"))
                .extracting(json -> json.get("n").asInt())
                .containsExactlyElementsOf(IntStream.range(0, 600).boxed().toList());
    }

    private void relayAll() {
        while (relay.take()) {}
    }

    /** What a relay leaves that is killed between push and delete. */
    private void pushWithoutDelete(long turn) {
        var keys = new Keys("refund");
        var rows = machine.statements.query(
                "select id, body, due_at from outbox order by due_at, id",
                (row, n) -> new FollowUp(
                        row.getLong(1),
                        "refund",
                        row.getBytes(2),
                        false,
                        row.getObject(3, java.time.OffsetDateTime.class).toInstant()));
        machine.sql
                .sql("select setval('relay_turn', ?)")
                .param(turn)
                .query(Long.class)
                .single();
        machine.pushes.begin(keys, turn);
        machine.pushes.push(keys, turn, rows);
    }

    private void add(String queue, String body, Instant due) {
        machine.statements.update(
                "insert into outbox (queue, body, due_at) values (?, ?, ?)", queue, body.getBytes(UTF_8), due);
    }

    private List<String> raw(String queue) {
        return Objects.requireNonNull(machine.redis.opsForList().range(queue, 0, -1));
    }

    private List<byte[]> claimed(String queue) {
        return machine
                .claims
                .claim(new Keys(queue), "c", "w", 500, Long.MAX_VALUE / 2)
                .orElseThrow()
                .messages()
                .stream()
                .map(Message::bytes)
                .toList();
    }

    private List<JsonNode> queue(String queue) {
        return raw(queue).stream().map(this::parse).toList();
    }

    private JsonNode parse(String message) {
        try {
            return machine.json.readTree(message);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private long outbox() {
        return machine.sql.sql("select count(*) from outbox").query(Long.class).single();
    }
}
