package org.almoner.queue;

import static org.almoner.queue.Outcome.DEAD;
import static org.almoner.queue.Outcome.HANDLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What messages of one claim write and read is kept apart, in order, and sent together. */
class BufferTest {

    private static final Terms LOCKING_NAMES =
            new Terms(200, 1, false, TestMachine.RETRIES, Set.of("name"), Duration.ZERO, false);

    private final TestMachine machine = TestMachine.empty();
    private final TestTables tables = new TestTables(machine);
    private final UnitOfWork unit = machine.unit;

    @Test
    void updatesWhatAnEarlierMessageInserted() {
        claim().message("insert", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("update", () -> unit.write(TestTables.ADD, 2, "a"))
                .handle();

        assertThat(tables.things()).containsExactly(entry("a", 12));
    }

    @Test
    void insertsAfterAnEarlierMessageUpdatedNothing() {
        claim().message("update", () -> unit.write(TestTables.ADD, 2, "a"))
                .message("insert", () -> unit.write(TestTables.INSERT, "a", 1))
                .handle();

        assertThat(tables.things()).containsExactly(entry("a", 1));
    }

    @Test
    void keepsTheOrderOfEachTable() {
        claim().message("1", () -> {
                    unit.write(TestTables.INSERT, "a", 1);
                    unit.write(TestTables.NOTE, 1);
                })
                .message("2", () -> {
                    unit.write(TestTables.ADD, 2, "a");
                    unit.write(TestTables.NOTE, 2);
                    unit.write(TestTables.INSERT, "b", 5);
                })
                .message("3", () -> {
                    unit.write(TestTables.DELETE, "a");
                    unit.write(TestTables.NOTE, 3);
                    unit.write(TestTables.INSERT, "a", 7);
                    unit.write(TestTables.ADD, 8, "a");
                    unit.write(TestTables.ADD, 6, "b");
                })
                .handle();

        assertThat(tables.things()).containsOnly(entry("a", 78), entry("b", 56));
        assertThat(tables.notes()).containsExactly(1, 2, 3);
    }

    @Test
    void readsWhatEarlierMessagesWrote() {
        var seen = new ArrayList<Integer>();

        claim().message("insert", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("read", () -> seen.add(valueOf("a")))
                .message("update", () -> unit.write(TestTables.ADD, 2, "a"))
                .message("read again", () -> seen.add(valueOf("a")))
                .handle();

        assertThat(seen).containsExactly(1, 12);
    }

    @Test
    void sendsNothingOfMessagesThatNameNobodyInCommonBeforeARead() {
        var seen = new ArrayList<Integer>();
        Runnable countAndAdd = () -> {
            seen.add(unit.read("select count(*) from note", (row, n) -> row.getInt(1))
                    .get(0));
            unit.write(TestTables.NOTE, 1);
        };

        claim().message("kim", countAndAdd)
                .message("sam", countAndAdd)
                .message("kim", countAndAdd)
                .handle(LOCKING_NAMES);

        assertThat(seen).containsExactly(0, 0, 2);
    }

    @Test
    void readsWhatTheSameMessageWrote() {
        var seen = new ArrayList<Integer>();

        claim().message("write and read", () -> {
                    unit.write(TestTables.INSERT, "a", 1);
                    seen.add(valueOf("a"));
                })
                .handle();

        assertThat(seen).containsExactly(1);
    }

    @Test
    void takesOutAFailingMessageWhole() {
        var outcomes = claim().message("good", "k1", () -> unit.write(TestTables.INSERT, "a", 1))
                .message("bad", "k2", () -> {
                    unit.write(TestTables.INSERT, "b", 1);
                    throw new IllegalStateException();
                })
                .message("good too", "k3", () -> unit.write(TestTables.INSERT, "c", 1))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DEAD, HANDLED);
        assertThat(tables.things()).containsOnlyKeys("a", "c");
        assertThat(tables.keys()).containsExactly("k1", "k3");
        assertThat(tables.receipt()).isEqualTo("2/0/1");
    }

    private TestClaim claim() {
        return new TestClaim(machine);
    }

    private int valueOf(String thing) {
        return unit.read("select value from thing where id = ?", (row, n) -> row.getInt(1), thing).stream()
                .findFirst()
                .orElse(-1);
    }
}
