package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

class LocksTest {

    private final TestMachine machine = TestMachine.empty();
    private final Locks locks = new Locks(machine.statements, machine.json);

    @Test
    void keepTwoClaimsFromOneDonor() {
        assertThat(mayBothWork("{\"email\":\"kim@example.org\"}", "{\"email\":\" Kim@Example.org\"}"))
                .isFalse();
    }

    @Test
    void areTheSameForNumbersAndTheirDigits() {
        assertThat(mayBothWork("{\"subscr\":17}", "{\"subscr\":\"17\"}")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"event":{"id":7}}             | {"event":{"id":"7"}}               | false
                    {"event":{"id":7}}             | {"a":{"id":9},"event":{"id":7}}    | false
                    {"event":{"id":7}}             | {"event":{"id":8}}                 | true
                    {"event":{"id":7}}             | {"event":{"x":{"id":7}}}           | true
                    {"event":{"id":7}}             | {"id":7}                           | true
                    {"event":{"x":1,"x":1,"id":7}} | {"event":{"id":7}}                 | false
                    """)
    void seeWhatIsWithinAnotherField(String one, String other, boolean mayBothWork) {
        assertThat(mayBothWork(one, other)).isEqualTo(mayBothWork);
    }

    @Test
    void letDifferentDonorsPass() {
        assertThat(mayBothWork("{\"email\":\"kim@example.org\"}", "{\"email\":\"sam@example.org\"}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[\"email\"]",
                "not JSON",
                "",
                "{\"email\":\"\"}",
                "{\"email\":null}",
                "{\"inner\":{\"email\":\"kim@example.org\"}}",
                "{\"email\":\"\\u0000\"}"
            })
    void areNotTakenForAMessageThatNamesNobody(String message) {
        assertThat(mayBothWork(message, message)).isTrue();
    }

    @Test
    void areTakenInOneOrderSoThatNobodyWaitsInACircle() {
        var donors = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        var random = new Random(5);

        var workers = IntStream.range(0, 4)
                .mapToObj(worker ->
                        CompletableFuture.runAsync(() -> IntStream.range(0, 25).forEach(n -> {
                            List<Integer> shuffled = new ArrayList<>(donors);
                            Collections.shuffle(shuffled, random);
                            inTransaction(() -> locks.take(
                                    claim(shuffled.stream()
                                            .map("{\"email\":\"donor %d\"}"::formatted)
                                            .toArray(String[]::new)),
                                    Set.of("email")));
                        })))
                .toArray(CompletableFuture<?>[]::new);

        assertThat(CompletableFuture.allOf(workers)).succeedsWithin(Duration.ofSeconds(20));
    }

    private boolean mayBothWork(String one, String other) {
        var fields = Set.of("email", "subscr", "event.id");
        return Boolean.TRUE.equals(new TransactionTemplate(machine.transactions).execute(status -> {
            locks.take(claim(one), fields);
            return CompletableFuture.supplyAsync(() -> isFree(other, fields)).join();
        }));
    }

    private boolean isFree(String message, Set<String> fields) {
        try {
            inTransaction(() -> {
                machine.statements.update("set local lock_timeout = '100ms'");
                locks.take(claim(message), fields);
            });
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(machine.transactions).executeWithoutResult(status -> work.run());
    }

    private static List<MessageInHand> claim(String... messages) {
        return Stream.of(messages)
                .map(m -> new MessageInHand(0, new Message(m.getBytes(UTF_8))))
                .toList();
    }
}
