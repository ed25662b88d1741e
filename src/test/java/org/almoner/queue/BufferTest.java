package org.almoner.queue;

import static org.almoner.queue.Outcome.DEAD;
import static org.almoner.queue.Outcome.DUPLICATE;
import static org.almoner.queue.Outcome.HANDLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What messages of one claim write, read and take is kept apart, in order, and sent together. */
class BufferTest {

    private static final String INSERT = "insert into thing (id, value) values (?, ?)";
    private static final String ADD = "update thing set value = value * 10 + ? where id = ?";
    private static final String DELETE = "delete from thing where id = ?";
    private static final String NOTE = "insert into note (value) values (?)";

    private static final Terms LOCKING_NAMES =
            new Terms(200, 1, false, TestMachine.RETRIES, Set.of("name"), Duration.ZERO, false);

    private final TestMachine machine = TestMachine.empty();
    private final UnitOfWork unit = machine.unit;

    @Test
    void updatesWhatAnEarlierMessageInserted() {
        claim().message("insert", () -> unit.write(INSERT, "a", 1))
                .message("update", () -> unit.write(ADD, 2, "a"))
                .handle();

        assertThat(things()).containsExactly(entry("a", 12));
    }

    @Test
    void insertsAfterAnEarlierMessageUpdatedNothing() {
        claim().message("update", () -> unit.write(ADD, 2, "a"))
                .message("insert", () -> unit.write(INSERT, "a", 1))
                .handle();

        assertThat(things()).containsExactly(entry("a", 1));
    }

    @Test
    void keepsTheOrderOfEachTable() {
        claim().message("1", () -> {
                    unit.write(INSERT, "a", 1);
                    unit.write(NOTE, 1);
                })
                .message("2", () -> {
                    unit.write(ADD, 2, "a");
                    unit.write(NOTE, 2);
                    unit.write(INSERT, "b", 5);
                })
                .message("3", () -> {
                    unit.write(DELETE, "a");
                    unit.write(NOTE, 3);
                    unit.write(INSERT, "a", 7);
                    unit.write(ADD, 8, "a");
                    unit.write(ADD, 6, "b");
                })
                .handle();

        assertThat(things()).containsOnly(entry("a", 78), entry("b", 56));
        assertThat(notes()).containsExactly(1, 2, 3);
    }

    @Test
    void sendsEqualStatementsTogether() {
        var bundles = new Bundles();
        var sent = new ArrayList<String>();

        List.of("into a", "into b", "into a", "into b", "update a", "into a", "into b")
                .forEach(sql -> bundles.add(new Write(sql, new Object[0])));
        bundles.forEach(bundle -> sent.add(bundle.sql() + " × " + bundle.rows().size()));

        assertThat(sent).containsExactly("into a × 2", "into b × 3", "update a × 1", "into a × 1");
    }

    @Test
    void sendsTwoUpsertsOfOneRowOneAfterTheOther() {
        var bundles = new Bundles();
        var sent = new ArrayList<Integer>();
        var upsert = "insert into a select * from unnest(?::text[], ?::text[]) on conflict (id) do update set b = 1";

        List.of("row 1", "row 2", "row 1", "row 3", "row 2")
                .forEach(row -> bundles.add(new Write(upsert, new Object[] {row, "told"})));
        bundles.forEach(bundle -> sent.add(bundle.rows().size()));

        assertThat(sent).containsExactly(2, 3);
    }

    @Test
    void knowsTheTablesOfAStatement() {
        assertThat(Tables.of("insert into a select * from only \"b\" x left join lateral_c using (id), d"))
                .contains("a", "b", "lateral_c");
        assertThat(Tables.of("delete from a using b where a.id = b.id")).contains("a", "b");
        assertThat(Tables.of("with x as (update A set y = 1 returning id) insert into b select id from x"))
                .contains("a", "b");
    }

    @Test
    void readsWhatEarlierMessagesWrote() {
        var seen = new ArrayList<Integer>();

        claim().message("insert", () -> unit.write(INSERT, "a", 1))
                .message("read", () -> seen.add(valueOf("a")))
                .message("update", () -> unit.write(ADD, 2, "a"))
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
            unit.write(NOTE, 1);
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
                    unit.write(INSERT, "a", 1);
                    seen.add(valueOf("a"));
                })
                .handle();

        assertThat(seen).containsExactly(1);
    }

    @Test
    void takesOutAFailingMessageWhole() {
        var outcomes = claim().message("good", "k1", () -> unit.write(INSERT, "a", 1))
                .message("bad", "k2", () -> {
                    unit.write(INSERT, "b", 1);
                    throw new IllegalStateException();
                })
                .message("good too", "k3", () -> unit.write(INSERT, "c", 1))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DEAD, HANDLED);
        assertThat(things()).containsOnlyKeys("a", "c");
        assertThat(keys()).containsExactly("k1", "k3");
        assertThat(receipt()).isEqualTo("2/0/1");
    }

    @Test
    void givesTheKeyOfAFailingMessageToTheNext() {
        var outcomes = claim().message("bad", "k", () -> {
                    throw new IllegalStateException();
                })
                .message("good", "k", () -> unit.write(INSERT, "a", 1))
                .handle();

        assertThat(outcomes).containsExactly(DEAD, HANDLED);
        assertThat(things()).containsOnlyKeys("a");
    }

    @Test
    void dropsAMessageWhoseKeyIsTaken() {
        claim().message("first", "k", () -> unit.write(INSERT, "a", 1)).handle();

        var outcomes = claim().message("second", "k", () -> unit.write(ADD, 2, "a"))
                .message("other", "k2", () -> unit.write(INSERT, "b", 1))
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE, HANDLED);
        assertThat(things()).containsOnly(entry("a", 1), entry("b", 1));
    }

    @Test
    void handlesOneOfEqualKeysInAClaim() {
        var outcomes = claim().message("first", "k", () -> unit.write(INSERT, "a", 1))
                .message("second", "k", () -> unit.write(ADD, 2, "a"))
                .message("third", "k", () -> unit.write(ADD, 3, "a"))
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DUPLICATE, DUPLICATE);
        assertThat(things()).containsExactly(entry("a", 1));
    }

    @Test
    void takesAFailingMessageWhoseKeyIsHandledForADuplicate() {
        claim().message("first", "k", () -> {}).handle();

        var outcomes = claim().message("again", "k", () -> {
                    throw new IllegalStateException();
                })
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE);
        assertThat(receipt()).isEqualTo("1/1/0");
        assertThat(deadLetters()).isZero();
    }

    @Test
    void writesNothingOfADuplicateThatTurnsOutWhileItReads() {
        claim().message("first", "k", () -> unit.write(INSERT, "a", 1)).handle();

        var outcomes = claim().message("other", () -> unit.write(INSERT, "b", 1))
                .message("again", "k", () -> {
                    valueOf("b"); // sends what is buffered: the key turns out to be taken
                    unit.write(ADD, 9, "a");
                    unit.count("again");
                })
                .handle();

        assertThat(outcomes).containsExactly(HANDLED, DUPLICATE);
        assertThat(things()).containsOnly(entry("a", 1), entry("b", 1));
    }

    @Test
    void writesNothingOfADuplicateWhoseRouteGoesOn() {
        claim().message("first", "k", () -> {})
                .message("again", () -> {
                    unit.claim().takeKey("k");
                    unit.write(NOTE, 9);
                })
                .message("other", () -> unit.write(NOTE, 1))
                .handle();

        assertThat(notes()).containsExactly(1);
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
                    unit.write(INSERT, "a", 1);
                    valueOf("a");
                    unit.claim().takeKey("k");
                })
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE);
        assertThat(things()).isEmpty();
    }

    @Test
    void givesBackTheOtherKeysOfADuplicate() {
        claim().message("first", "k2", () -> {}).handle();

        var outcomes = claim().message("two keys", "k1", () -> unit.claim().takeKey("k2"))
                .message("one key", "k1", () -> unit.write(INSERT, "a", 1))
                .handle();

        assertThat(outcomes).containsExactly(DUPLICATE, HANDLED);
        assertThat(things()).containsOnlyKeys("a");
        assertThat(keys()).containsExactly("k1", "k2");
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
        assertThat(keys()).allMatch(key -> key.startsWith("things:sha256:"));
    }

    private TestClaim claim() {
        return new TestClaim(machine);
    }

    private int valueOf(String thing) {
        return unit.read("select value from thing where id = ?", (row, n) -> row.getInt(1), thing).stream()
                .findFirst()
                .orElse(-1);
    }

    private Map<String, Integer> things() {
        return machine
                .sql
                .sql("select id, value from thing")
                .query((row, n) -> entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Integer> notes() {
        return machine.sql
                .sql("select value from note order by place")
                .query(Integer.class)
                .list();
    }

    private List<String> keys() {
        return machine.sql
                .sql("select message_key from handled_message order by message_key")
                .query(String.class)
                .list();
    }

    private long deadLetters() {
        return machine.sql
                .sql("select count(*) from dead_letter")
                .query(Long.class)
                .single();
    }

    /** Handled / duplicate / dead of all claims. */
    private String receipt() {
        return machine.sql
                .sql("select concat_ws('/', sum(handled), sum(duplicate), sum(dead)) from claim_receipt")
                .query(String.class)
                .single();
    }
}
