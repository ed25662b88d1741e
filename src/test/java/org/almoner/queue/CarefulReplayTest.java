package org.almoner.queue;

import static org.almoner.queue.Outcome.DEAD;
import static org.almoner.queue.Outcome.DUPLICATE;
import static org.almoner.queue.Outcome.HANDLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A claim of which PostgreSQL refuses something is handled again, message by message, and only the culprit dies. */
class CarefulReplayTest {

    private static final Terms CAREFUL = new Terms(200, 1, true, TestMachine.RETRIES, Set.of(), Duration.ZERO, false);

    private final TestMachine machine = TestMachine.empty();
    private final TestTables tables = new TestTables(machine);
    private final UnitOfWork unit = machine.unit;

    @Test
    void blamesTheMessageWhoseRowIsRefused() {
        var outcomes = claim().message("good", "k1", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("refused", "k2", () -> unit.write(TestTables.INSERT, "b", -1))
                .message("good too", "k3", () -> unit.write(TestTables.INSERT, "c", 1))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DEAD, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("a", "c");
        assertThat(tables.keys()).containsExactly("k1", "k3");
        assertThat(tables.deadLetters())
                .containsExactly(
                        "invalid: PostgreSQL refused it: SQL state 23514, constraint thing_value_is_not_negative");
    }

    @Test
    void blamesTheMessageThatViolatesADeferredForeignKey() {
        var outcomes = claim().message("good", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("orphan", () -> unit.write("insert into note (thing, value) values ('missing', 1)"))
                .message("child", () -> unit.write("insert into note (thing, value) values ('a', 2)"))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DEAD, HANDLED);
        assertThat(tables.deadLetters())
                .containsExactly("invalid: PostgreSQL refused it: SQL state 23503, constraint note_thing");
    }

    @Test
    void takesBackWhatAFailingMessageHasSent() {
        var outcomes = claim().message("good", "k1", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("sent, then failed", "k2", () -> {
                    unit.write(TestTables.INSERT, "b", 1);
                    count();
                    throw new IllegalStateException();
                })
                .message("good too", "k3", () -> unit.write(TestTables.INSERT, "c", 1))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DEAD, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("a", "c");
        assertThat(tables.keys()).containsExactly("k1", "k3");
    }

    @Test
    void blamesTheMessageWhoseReadIsRefused() {
        var outcomes = claim().message("good", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("divides by zero", () -> unit.read("select 1 / (value - 1) from thing", (row, n) -> 1))
                .message("good too", () -> unit.write(TestTables.INSERT, "b", 1))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DEAD, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("a", "b");
    }

    @Test
    void blamesTheMessageThatSwallowsARefusal() {
        var outcomes = claim().message("swallows", () -> {
                    unit.write(TestTables.INSERT, "a", 1);
                    new TestClaim(machine)
                            .message("x", () -> unit.read("select 1 / 0 from thing", (row, n) -> 1))
                            .handle(new Message("{\"name\":\"x\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                })
                .message("good", () -> unit.write(TestTables.INSERT, "b", 1))
                .handle();

        assertThat(outcomes).containsExactly(DEAD, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("b");
    }

    @Test
    void tellsDuplicatesInTheReplayToo() {
        claim().message("before", "k1", () -> {}).handle();

        var outcomes = claim().message("again", "k1", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("first", "k2", () -> unit.write(TestTables.INSERT, "b", 1))
                .message("refused", "k3", () -> unit.write(TestTables.INSERT, "c", -1))
                .message("second", "k2", () -> unit.write(TestTables.INSERT, "d", 1))
                .message("with the key of the refused", "k3", () -> unit.write(TestTables.INSERT, "e", 1))
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE, HANDLED, DEAD, DUPLICATE, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("b", "e");
    }

    @Test
    void writesNothingOfADuplicateWhoseRouteGoesOn() {
        var outcomes = claim().message("first", "k", () -> {})
                .message("again", () -> {
                    unit.claim().takeKey("k");
                    unit.write(TestTables.INSERT, "a", 1);
                })
                .message("other", () -> unit.write(TestTables.INSERT, "b", 1))
                .handle(CAREFUL);

        assertThat(outcomes).containsExactly(HANDLED, DUPLICATE, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("b");
    }

    @Test
    void keepsTheClaimOfALargeOneInWhichEverythingFails() {
        var claim = claim().messages(10, () -> {
            throw new IllegalStateException();
        });

        assertThatThrownBy(claim::handle)
                .isInstanceOf(BadDeploy.class)
                .hasMessageContaining("all 10 messages")
                .hasMessageContaining("IllegalStateException at org.almoner.queue.CarefulReplayTest");
        assertThat(tables.deadLetters()).isEmpty();
        assertThat(tables.receipt()).isEmpty();
    }

    @Test
    void keepsTheClaimOfALargeOneInWhichEverythingFailsCarefullyToo() {
        var claim = claim().messages(10, () -> {
            throw new IllegalStateException();
        });

        assertThatThrownBy(() -> claim.handle(CAREFUL)).isInstanceOf(BadDeploy.class);
        assertThat(tables.receipt()).isEmpty();
    }

    @Test
    void takesASmallClaimInWhichEverythingFailsForDeadLetters() {
        claim().messages(9, () -> {
                    throw new IllegalStateException();
                })
                .handle();

        assertThat(tables.deadLetters()).hasSize(9).allMatch(letter -> letter.startsWith("bug: "));
    }

    @Test
    void takesALargeClaimOfInvalidMessagesForDeadLetters() {
        claim().messages(10, () -> {
                    throw new InvalidMessage("amount is missing");
                })
                .handle();

        assertThat(tables.deadLetters()).hasSize(10).containsOnly("invalid: amount is missing");
    }

    @Test
    void keepsTheClaimWhenAStoreIsOutOfReach() {
        var claim = claim().message("good", () -> unit.write(TestTables.INSERT, "a", 1))
                .message(
                        "ended by the server",
                        () -> unit.read("select pg_terminate_backend(pg_backend_pid()) from thing", (row, n) -> 1));

        assertThatThrownBy(claim::handle).isInstanceOf(RuntimeException.class);
        assertThat(tables.things()).isEmpty();
        assertThat(tables.deadLetters()).isEmpty();
        assertThat(tables.receipt()).isEmpty();
    }

    @Test
    void commitsAClaimOnce() {
        var claim = claim().message("good", () -> unit.write("insert into note (value) values (1)"));
        var taken = claim.toClaim();
        claim.handle(taken, TestMachine.TERMS);

        var again = machine.work.handle(taken, TestMachine.TERMS, machine.marks, claim);

        assertThat(again).isEmpty();
        assertThat(machine.work.isCommitted(taken)).isTrue();
        assertThat(machine.sql
                        .sql("select count(*) from note")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void leavesOutTheKillerOfASuspiciousClaim() {
        var good = claim().message("good", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("killer", () -> {
                    throw new AssertionError("is not handled again");
                });
        var messages = good.toClaim().messages();
        machine.redis
                .opsForHash()
                .put(new Keys(TestMachine.QUEUE).claims(), "c", "{\"worker\":\"tester\",\"at\":1,\"size\":2}");

        var outcomes = good.handle(new Claim("c", TestMachine.QUEUE, messages, 6, Map.of(1, 2)), TestMachine.TERMS);

        assertThat(outcomes).containsExactly(HANDLED, DEAD);
        assertThat(tables.deadLetters()).containsExactly("bug: suspected poison: 2 workers died while they handled it");
    }

    @Test
    void marksEachMessageOfASuspiciousClaim() {
        var claims = new Keys(TestMachine.QUEUE).claims();
        var seen = new ArrayList<Object>();
        var claim = claim().message(
                        "a", () -> seen.add(machine.redis.opsForHash().get(claims, "c")))
                .message("b", () -> seen.add(machine.redis.opsForHash().get(claims, "c")));
        machine.redis.opsForHash().put(claims, "c", "{\"worker\":\"tester\",\"at\":1,\"size\":2}");

        claim.handle(new Claim("c", TestMachine.QUEUE, claim.toClaim().messages(), 4, Map.of()), TestMachine.TERMS);

        assertThat(seen)
                .satisfiesExactly(
                        first -> assertThat(first).asString().contains("\"mark\":\"0\""),
                        second -> assertThat(second).asString().contains("\"mark\":\"1\""));
        assertThat(machine.redis.opsForHash().get(claims, "c")).asString().doesNotContain("mark");
    }

    @Test
    void givesUpASuspiciousClaimThatAnotherHasReaped() {
        var claim = claim().message("a", () -> unit.write(TestTables.INSERT, "a", 1));
        machine.redis
                .opsForHash()
                .put(new Keys(TestMachine.QUEUE).claims(), "c", "{\"worker\":\"other\",\"at\":1,\"size\":1}");

        var taken = new Claim("c", TestMachine.QUEUE, claim.toClaim().messages(), 4, Map.of());

        assertThatThrownBy(() -> claim.handle(taken, TestMachine.TERMS)).isInstanceOf(ClaimLost.class);
        assertThat(tables.things()).isEmpty();
    }

    private TestClaim claim() {
        return new TestClaim(machine);
    }

    private int count() {
        return unit.read("select count(*) from thing", (row, n) -> row.getInt(1))
                .get(0);
    }
}
