package org.almoner.queue;

import static org.almoner.queue.Outcome.DEAD;
import static org.almoner.queue.Outcome.DUPLICATE;
import static org.almoner.queue.Outcome.HANDLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

/** A key is handled once: what else its messages wrote is taken out, and their other keys are given back. */
class DuplicatesTest {

    private final TestMachine machine = TestMachine.empty();
    private final TestTables tables = new TestTables(machine);
    private final UnitOfWork unit = machine.unit;

    @Test
    void dropsAMessageWhoseKeyIsTaken() {
        claim().message("first", "k", () -> unit.write(TestTables.INSERT, "a", 1))
                .handle();

        var outcomes = claim().message("second", "k", () -> unit.write(TestTables.ADD, 2, "a"))
                .message("other", "k2", () -> unit.write(TestTables.INSERT, "b", 1))
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE, HANDLED);
        assertThat(tables.things()).containsOnly(entry("a", 1), entry("b", 1));
    }

    @Test
    void handlesOneOfEqualKeysInAClaim() {
        var outcomes = claim().message("first", "k", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("second", "k", () -> unit.write(TestTables.ADD, 2, "a"))
                .message("third", "k", () -> unit.write(TestTables.ADD, 3, "a"))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DUPLICATE, DUPLICATE);
        assertThat(tables.things()).containsExactly(entry("a", 1));
    }

    @Test
    void givesTheKeyOfAFailingMessageToTheNext() {
        var outcomes = claim().message("bad", "k", () -> {
                    throw new IllegalStateException();
                })
                .message("good", "k", () -> unit.write(TestTables.INSERT, "a", 1))
                .handle();

        assertThat(outcomes).containsExactly(DEAD, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("a");
    }

    @Test
    void takesAFailingMessageWhoseKeyIsHandledForADuplicate() {
        claim().message("first", "k", () -> {}).handle();

        var outcomes = claim().message("again", "k", () -> {
                    throw new IllegalStateException();
                })
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE);
        assertThat(tables.receipt()).isEqualTo("1/1/0");
        assertThat(tables.deadLetters()).isEmpty();
    }

    @Test
    void writesNothingOfADuplicateThatTurnsOutWhileItReads() {
        claim().message("first", "k", () -> unit.write(TestTables.INSERT, "a", 1))
                .handle();

        var outcomes = claim().message("other", () -> unit.write(TestTables.INSERT, "b", 1))
                .message("again", "k", () -> {
                    read("b"); // sends what is buffered: the key turns out to be taken
                    unit.write(TestTables.ADD, 9, "a");
                    unit.count("again");
                })
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DUPLICATE);
        assertThat(tables.things()).containsOnly(entry("a", 1), entry("b", 1));
    }

    @Test
    void writesNothingOfADuplicateWhoseRouteGoesOn() {
        claim().message("first", "k", () -> {})
                .message("again", () -> {
                    unit.claim().takeKey("k");
                    unit.write(TestTables.NOTE, 9);
                })
                .message("other", () -> unit.write(TestTables.NOTE, 1))
                .handle();

        assertThat(tables.notes()).containsExactly(1);
    }

    @Test
    void staysADuplicateWhenItsRouteFailsLater() {
        var outcomes = claim().message("first", "k", () -> {})
                .message("again", () -> {
                    unit.claim().takeKey("k");
                    throw new IllegalStateException();
                })
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DUPLICATE);
    }

    @Test
    void writesNothingOfADuplicateThatWroteBeforeItsKeyWasTaken() {
        claim().message("first", "k", () -> {}).handle();

        var outcomes = claim().message("again", () -> {
                    unit.write(TestTables.INSERT, "a", 1);
                    read("a");
                    unit.claim().takeKey("k");
                })
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE);
        assertThat(tables.things()).isEmpty();
    }

    @Test
    void givesBackTheOtherKeysOfADuplicate() {
        claim().message("first", "k2", () -> {}).handle();

        var outcomes = claim().message("two keys", "k1", () -> unit.claim().takeKey("k2"))
                .message("one key", "k1", () -> unit.write(TestTables.INSERT, "a", 1))
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("a");
        assertThat(tables.keys()).containsExactly("k1", "k2");
    }

    @Test
    void keepsKeysOfAnyLengthAndContent() {
        var repository = new HandledMessages(unit);
        var longKey = "things:" + "ключ".repeat(100_000);

        var outcomes = claim().message("long", () -> repository.add(longKey))
                .message("longer", () -> repository.add(longKey + "."))
                .message("long again", () -> repository.add(longKey))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, HANDLED, DUPLICATE);
        assertThat(tables.keys()).allMatch(key -> key.startsWith("things:sha256:"));
    }

    private TestClaim claim() {
        return new TestClaim(machine);
    }

    private void read(String thing) {
        unit.read("select value from thing where id = ?", (row, n) -> row.getInt(1), thing);
    }
}
