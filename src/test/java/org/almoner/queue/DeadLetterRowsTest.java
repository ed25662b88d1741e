package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that was not handled is kept with its bytes, its history, and the time of its retry. */
class DeadLetterRowsTest {

    private static final long NOW = TestClock.START.getEpochSecond();

    private final TestMachine machine = TestMachine.empty();

    @Test
    void keepsTheBytesAsTheyCame() {
        byte[] body = {(byte) 0xff, 0, '{'};

        fail(body, new InvalidMessage("is not UTF-8 text"));

        assertThat(machine.sql
                        .sql("select body from dead_letter")
                        .query(byte[].class)
                        .single())
                .isEqualTo(body);
        assertThat(column("gateway")).isNull();
    }

    @Test
    void keepsWhatAPaymentIsFoundBy() {
        fail(
                "{\"gateway\":\"adyen\",\"order_id\":123.1,\"gateway_txn_id\":\"a\\u0000\\ud800\"}",
                new InvalidMessage("date is missing"));

        assertThat(column("gateway")).isEqualTo("adyen");
        assertThat(column("order_id")).isEqualTo("123.1");
        assertThat(column("gateway_txn_id")).isEqualTo("a??");
    }

    @Test
    void cutsAnIdThatNoIndexCouldHold() {
        fail("{\"order_id\":\"" + "9".repeat(100_000) + "\"}", new InvalidMessage("order_id is too long"));

        assertThat(column("order_id")).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e200000", "1e2000000000", "-1e-2000000000", "1e99999999999", "{\"a\":1}", "[1]", "true"})
    void keepsALetterWhoseIdsAreOdd(String id) {
        fail("{\"order_id\":%s,\"source_enqueued_time\":%s}".formatted(id, id), new NotYet("it is early"));

        assertThat(column("state")).isEqualTo("kept");
    }

    @Test
    void keepsOneRowForTheSameBytesWithTheFirstAndTheLastError() {
        fail("{}", new InvalidMessage("date is missing"));
        machine.clock.advance(Duration.ofMinutes(3));
        fail("{}", new IllegalStateException());
        fail("{ }", new InvalidMessage("date is missing"));

        assertThat(letters()).hasSize(2);
        assertThat(column("attempts")).isEqualTo("2");
        assertThat(column("first_error")).isEqualTo("date is missing");
        assertThat(column("error")).startsWith("IllegalStateException at org.almoner.queue.DeadLetterRowsTest");
        assertThat(column("kind")).isEqualTo("bug");
        assertThat(instant("first_failed_at")).isEqualTo(TestClock.START);
        assertThat(instant("failed_at")).isEqualTo(TestClock.START.plus(Duration.ofMinutes(3)));
    }

    @Test
    void keepsTheSameBytesOfEachQueue() {
        fail("{}", new InvalidMessage("date is missing"));
        machine.sql.sql("update dead_letter set queue = 'other'").update();
        fail("{}", new InvalidMessage("date is missing"));

        assertThat(letters()).containsExactly("other", "things");
    }

    @Test
    void retriesNothingThatIsInvalidOrABug() {
        fail("{\"n\":1}", new InvalidMessage("date is missing"));
        fail("{\"n\":2}", new IllegalStateException());

        assertThat(machine.sql.sql("select retry_at from dead_letter").query().listOfRows())
                .allMatch(row -> row.get("retry_at") == null);
    }

    @ParameterizedTest
    @CsvSource({"0", "-11999", "1", "1000000000"})
    void retriesInTwentyMinutesWhatWasEnqueuedLately(long age) {
        fail("{\"source_enqueued_time\":%d}".formatted(NOW + age), new NotYet("its donation is missing"));

        assertThat(instant("retry_at")).isEqualTo(TestClock.START.plus(Duration.ofMinutes(20)));
    }

    @ParameterizedTest
    @ValueSource(longs = {12_000, 12_001, 1_000_000})
    void retriesNothingThatWasEnqueuedLongAgo(long age) {
        fail("{\"source_enqueued_time\":%d}".formatted(NOW - age), new NotYet("its donation is missing"));

        assertThat(instant("retry_at")).isNull();
    }

    @Test
    void readsATimeThatIsText() {
        fail("{\"source_enqueued_time\":\"%d\"}".formatted(NOW - 12_000), new NotYet("its donation is missing"));

        assertThat(instant("retry_at")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"source_enqueued_time\":null}",
                "{\"source_enqueued_time\":0}",
                "{\"source_enqueued_time\":-5}",
                "{\"source_enqueued_time\":\"yesterday\"}",
                "{\"source_enqueued_time\":[]}",
                "{\"source_enqueued_time\":9223372036854775807}",
                "{\"source_enqueued_time\":92233720368547758079}",
                "{\"source_enqueued_time\":1e30}"
            })
    void countsTheAgeFromTheFirstFailureWhereNobodySaysMore(String body) {
        fail(body, new NotYet("its donation is missing"));
        var first = instant("retry_at");
        machine.clock.advance(Duration.ofSeconds(11_999));
        fail(body, new NotYet("its donation is missing"));
        var young = instant("retry_at");
        machine.clock.advance(Duration.ofSeconds(1));
        fail(body, new NotYet("its donation is missing"));

        assertThat(first).isEqualTo(TestClock.START.plus(Duration.ofMinutes(20)));
        assertThat(young).isEqualTo(TestClock.START.plusSeconds(11_999).plus(Duration.ofMinutes(20)));
        assertThat(instant("retry_at")).isNull();
    }

    @Test
    void retriesNoMoreOftenThanItsQueueSays() {
        var terms = new Terms(
                200,
                1,
                false,
                new Terms.Retries(Duration.ofMinutes(1), Duration.ofDays(1), 5),
                Set.of(),
                Duration.ZERO,
                false);

        for (int attempt = 1; attempt < 5; attempt++) {
            work(new Message("{}".getBytes(UTF_8)), new NotYet("it is early"), terms);
            assertThat(instant("retry_at")).as("attempt %d", attempt).isNotNull();
        }
        work(new Message("{}".getBytes(UTF_8)), new NotYet("it is early"), terms);

        assertThat(column("attempts")).isEqualTo("5");
        assertThat(instant("retry_at")).isNull();
    }

    @Test
    void endsARequeuedLetterThatWasHandled() {
        fail("{}", new NotYet("its donation is missing"));
        requeued();

        handle("{}");

        assertThat(column("state")).isEqualTo("handled");
        assertThat(instant("retry_at")).isNull();
        assertThat(column("attempts")).isEqualTo("1");
    }

    @Test
    void keepsARequeuedLetterThatFailsAgain() {
        fail("{}", new NotYet("its donation is missing"));
        requeued();

        fail("{}", new NotYet("its donation is missing"));

        assertThat(column("state")).isEqualTo("kept");
        assertThat(column("attempts")).isEqualTo("2");
        assertThat(instant("retry_at")).isNotNull();
    }

    @Test
    void keepsALetterWhoseTwinIsHandledByItself() {
        fail("{}", new InvalidMessage("date is missing"));

        handle("{}");

        assertThat(column("state")).isEqualTo("kept");
    }

    @Test
    void saysNothingOfTheMessageInItsReasonAndItsTrace() {
        fail("{\"email\":\"donor@example.org\"}", new IllegalStateException("donor@example.org"));

        assertThat(column("error")).doesNotContain("donor");
        assertThat(column("trace"))
                .doesNotContain("donor")
                .contains("java.lang.IllegalStateException", "at " + getClass().getName());
    }

    @Test
    void keepsReasonsOnOneLineAndShort() {
        fail("{}", new InvalidMessage("bad\r\nINFO forged\u0000\u001b[31m\ud800" + "x".repeat(5_000)));

        assertThat(column("error")).startsWith("bad? INFO forged??[31m?xxx").hasSize(500);
    }

    private void requeued() {
        machine.sql
                .sql("update dead_letter set state = 'requeued', retry_at = null")
                .update();
    }

    private void fail(String body, RuntimeException thrown) {
        fail(body.getBytes(UTF_8), thrown);
    }

    private void fail(byte[] body, RuntimeException thrown) {
        work(new Message(body), thrown);
    }

    private void handle(String body) {
        work(new Message(body.getBytes(UTF_8)), null);
    }

    private void work(Message message, @Nullable RuntimeException thrown) {
        work(message, thrown, TestMachine.TERMS);
    }

    private void work(Message message, @Nullable RuntimeException thrown, Terms terms) {
        var done = machine.work.handle(TestMachine.claim(List.of(message)), terms, machine.marks, any -> thrown);
        assertThat(done).isPresent();
    }

    private List<String> letters() {
        return machine.sql
                .sql("select queue from dead_letter order by queue")
                .query(String.class)
                .list();
    }

    private @Nullable String column(String name) {
        Object value = machine.sql
                .sql("select * from dead_letter order by id limit 1")
                .query()
                .singleRow()
                .get(name);
        return value == null ? null : value.toString();
    }

    private @Nullable Instant instant(String name) {
        return machine.statements
                .query("select * from dead_letter order by id limit 1", (row, n) -> java.util.Optional.ofNullable(
                                row.getObject(name, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .get(0)
                .orElse(null);
    }
}
