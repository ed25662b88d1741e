package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** However messages are put together to claims, they leave the database as if each had been handled by itself. */
class ClaimsOfAnySizeTest {

    /** What a message may do; each is a way of its own through the buffer. */
    enum Deed {
        INSERT,
        UPDATE,
        UPSERT,
        DELETE,
        NOTE_TWICE,
        FOLLOW_UP,
        READ_AND_NOTE,
        NOTE_READ_AND_UPDATE,
        WAIT_FOR_THING,
        FAIL,
        FAIL_AFTER_WRITING,
        FAIL_AFTER_READING,
        FAIL_WHILE_READING,
        BE_REFUSED,
        BE_REFUSED_AT_COMMIT,
        BE_INVALID,
        BE_DUPLICATE,
        WRITE_BEFORE_ITS_KEY,
        WRITE_AFTER_ITS_KEY,
        TAKE_TWO_KEYS
    }

    private static final Terms CAREFUL = new Terms(200, 1, true, TestMachine.RETRIES, Set.of(), Duration.ZERO, false);

    private final TestMachine machine = TestMachine.empty();
    private final UnitOfWork unit = machine.unit;

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void leadToTheSameState(
            @ForAll("messages") @Size(max = 40) List<String> before,
            @ForAll("messages") @Size(max = 40) List<String> after,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> sizes) {
        var oneByOne = stateAfter(before, after, List.of(1), TestMachine.TERMS);
        var inClaims = stateAfter(before, after, sizes, TestMachine.TERMS);
        var carefully = stateAfter(before, after, sizes, CAREFUL);

        assertThat(inClaims).isEqualTo(oneByOne);
        assertThat(carefully).isEqualTo(oneByOne);
    }

    @Provide
    Arbitrary<List<String>> messages() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of("a", "b", "c"))
                .as("{\"deed\":\"%s\",\"key\":\"k%d\",\"thing\":\"%s\",\"order_id\":7}"::formatted)
                .list();
    }

    /** In between, an operator has all dead letters requeued, so that some of the later messages are such letters. */
    private List<String> stateAfter(List<String> before, List<String> after, List<Integer> sizes, Terms terms) {
        TestMachine.empty();
        handle(before, sizes, terms);
        machine.sql
                .sql("update dead_letter set state = 'requeued', retry_at = null")
                .update();
        machine.clock.advance(Duration.ofMinutes(20));
        handle(after, sizes, terms);
        return state();
    }

    private void handle(List<String> bodies, List<Integer> sizes, Terms terms) {
        int turn = 0;
        for (int from = 0; from < bodies.size(); turn++) {
            int to = Math.min(bodies.size(), from + sizes.get(turn % sizes.size()));
            var messages = bodies.subList(from, to).stream()
                    .map(body -> new Message(body.getBytes(UTF_8)))
                    .toList();
            var done = machine.work.handle(TestMachine.claim(messages), terms, machine.marks, this::route);
            assertThat(done).isPresent();
            from = to;
        }
    }

    private @Nullable Throwable route(Message message) {
        try {
            JsonNode json = machine.json.readTree(message.text());
            handle(
                    Deed.valueOf(json.get("deed").asText()),
                    json.get("key").asText(),
                    json.get("thing").asText());
            return null;
        } catch (RuntimeException | JsonProcessingException e) {
            return e;
        }
    }

    private void handle(Deed deed, String key, String thing) {
        if (deed == Deed.WRITE_BEFORE_ITS_KEY) {
            note(thing, 1);
            valueOf(thing);
        }
        if (unit.claim().takeKey(key)
                && (deed != Deed.TAKE_TWO_KEYS || unit.claim().takeKey("k0"))) {
            act(deed, thing);
        }
        if (deed == Deed.WRITE_AFTER_ITS_KEY) {
            note(thing, 2);
        }
    }

    private void act(Deed deed, String thing) {
        switch (deed) {
            case INSERT, WRITE_BEFORE_ITS_KEY -> insert(thing, 1);
            case UPDATE, WRITE_AFTER_ITS_KEY -> update(thing, 3);
            case UPSERT, TAKE_TWO_KEYS ->
                unit.write(
                        """
                    insert into thing as known (id, value) select ?, ?::numeric
                    on conflict (id) do update set value = known.value * 2 + excluded.value
                    """,
                        thing,
                        5);
            case DELETE -> unit.write("delete from thing where id = ?", thing);
            case NOTE_TWICE -> {
                note(thing, 3);
                update(thing, 1);
                note(thing, 4);
            }
            case FOLLOW_UP ->
                unit.write(
                        "insert into outbox (queue, body, due_at) values (?, ?, ?)",
                        thing,
                        "{}".getBytes(UTF_8),
                        machine.clock.instant());
            case READ_AND_NOTE -> note(thing, valueOf(thing));
            case NOTE_READ_AND_UPDATE -> {
                note(thing, 5);
                update(thing, valueOf(thing) + count("note"));
            }
            case WAIT_FOR_THING -> {
                if (valueOf(thing) < 0) {
                    throw new NotYet("thing is missing");
                }
                unit.write("delete from thing where id = ?", thing);
            }
            case FAIL -> throw new IllegalStateException();
            case FAIL_AFTER_WRITING -> {
                insert(thing, 6);
                throw new IllegalStateException();
            }
            case FAIL_AFTER_READING -> {
                note(thing, 7);
                count("note");
                throw new IllegalStateException();
            }
            case FAIL_WHILE_READING -> unit.read("select 1 / 0 from note", (row, n) -> 1);
            case BE_REFUSED -> insert(thing + "!", -1);
            case BE_REFUSED_AT_COMMIT -> unit.write("insert into note (thing, value) values ('missing', 0)");
            case BE_INVALID -> throw new InvalidMessage("is invalid");
            case BE_DUPLICATE -> {
                note(thing, 8);
                throw new DuplicateMessage("is there");
            }
        }
    }

    private void insert(String thing, int value) {
        unit.write("insert into thing (id, value) values (?, ?)", thing, value);
    }

    private void update(String thing, int value) {
        unit.write("update thing set value = mod(value * 3 + ?, 1000) where id = ?", value, thing);
    }

    private void note(String thing, int value) {
        unit.write("insert into note (value) select ?::numeric + ascii(?) * 1000", value, thing);
    }

    private int valueOf(String thing) {
        return unit.read("select value from thing where id = ?", (row, n) -> row.getInt(1), thing).stream()
                .findFirst()
                .orElse(-1);
    }

    private int count(String table) {
        return unit.read("select count(*) from " + table, (row, n) -> row.getInt(1))
                .get(0);
    }

    private List<String> state() {
        var state = new ArrayList<String>();
        for (String rows : List.of(
                "select 'thing', id, value::text from thing order by id",
                "select 'note', row_number() over (order by place)::text, value::text from note order by place",
                "select 'handled', message_key, handled_at::text from handled_message order by message_key",
                """
                select convert_from(body, 'UTF8'), concat_ws(' ', kind, attempts, state, first_failed_at, failed_at, retry_at),
                    concat_ws(' ', error, first_error, order_id)
                from dead_letter order by body
                """,
                "select 'outbox', queue, due_at::text from outbox order by id",
                "select 'receipts', sum(handled)::text, concat_ws('/', sum(duplicate), sum(dead)) from claim_receipt")) {
            state.addAll(machine.sql
                    .sql(rows)
                    .query((row, n) -> String.join(" | ", row.getString(1), row.getString(2), row.getString(3)))
                    .list());
        }
        return state;
    }
}
