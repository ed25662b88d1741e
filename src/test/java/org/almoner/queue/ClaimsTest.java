package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages move between a queue and the claims of workers, whole and in order. */
class ClaimsTest {

    private final TestMachine machine = TestMachine.empty();
    private final TestClaims things = new TestClaims(machine);
    private final Claims claims = machine.claims;
    private final Keys keys = TestClaims.KEYS;

    @Test
    void takesFromTheLeftInOrder() {
        things.push("1", "2", "3");

        var claim = things.claim("c", "w", 2).orElseThrow();

        assertThat(TestClaims.texts(claim)).containsExactly("1", "2");
        assertThat(things.waiting()).containsExactly("3");
        assertThat(claim.deliveries()).isOne();
    }

    @Test
    void takesNothingFromAnEmptyQueue() {
        assertThat(things.claim("c", "w", 2)).isEmpty();
        assertThat(machine.redis.keys("*")).isEmpty();
    }

    @Test
    void givesTheSameClaimWhenAskedAgainWithItsId() {
        things.push("1", "2", "3");
        things.claim("c", "w", 2);

        var again = things.claim("c", "w", 2).orElseThrow();

        assertThat(TestClaims.texts(again)).containsExactly("1", "2");
        assertThat(things.waiting()).containsExactly("3");
    }

    @Test
    void neverUsesAnIdTwice() {
        things.push("1");
        var first = things.claim("unanswered", "cut off", 1).orElseThrow();
        claims.drop(things.reap("other")); // reaped, committed and dropped, while the first still waits for its answer
        things.push("2");

        var second = things.claim("unanswered", "cut off", 1).orElseThrow();

        assertThat(TestClaims.texts(second)).containsExactly("2");
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void givesAnotherClaimWhenTheFirstBelongsToAnotherWorkerNow() {
        things.push("1", "2");
        things.claim("unanswered", "cut off", 1);
        things.reap("other");

        assertThat(TestClaims.texts(things.claim("unanswered", "cut off", 1).orElseThrow()))
                .containsExactly("2");
    }

    @Test
    void stopsAfterTheMessageThatPassesTheBytes() {
        things.push("12345", "12345", "12345");

        assertThat(TestClaims.texts(claims.claim(keys, "c", "w", 200, 6).orElseThrow()))
                .hasSize(2);
    }

    @Test
    void takesAtLeastOneMessageHoweverLarge() {
        things.push("x".repeat(1000), "y");

        assertThat(TestClaims.texts(claims.claim(keys, "c", "w", 200, 1).orElseThrow()))
                .hasSize(1);
    }

    @Test
    void keepsBinaryBodies() {
        var body = new byte[256];
        IntStream.range(0, 256).forEach(i -> body[i] = (byte) i);
        try (var connection = machine.connections.getConnection()) {
            connection.listCommands().rPush(keys.queue().getBytes(UTF_8), body, new byte[0]);
        }

        var claim = things.claim("c", "w", 2).orElseThrow();

        assertThat(claim.messages().get(0).bytes()).isEqualTo(body);
        assertThat(claim.messages().get(1).bytes()).isEmpty();
        assertThat(things.reap("other").messages().get(0).bytes()).isEqualTo(body);
    }

    @Test
    void dropsAClaimWithItsRecord() {
        things.push("1", "2");
        var claim = things.claim("c", "w", 1).orElseThrow();

        claims.drop(claim);

        assertThat(machine.redis.keys("*")).containsExactly("things");
        assertThat(claims.reap(keys, "other", "ticket", TestClaims.SILENCE)).isEmpty();
    }

    @Test
    void showsWhatWaitsAndWhatIsInFlight() {
        things.push("1", "2", "3", "4");
        things.claim("c1", "w", 2);
        things.claim("c2", "w", 1);
        TestClaims.millisecondsPass();

        var figures = claims.figures(keys);

        assertThat(figures.waiting()).isOne();
        assertThat(figures.inFlight()).isEqualTo(3);
        assertThat(figures.oldest()).isPositive().isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void showsNothingForAQueueThatDoesNotExist() {
        assertThat(claims.figures(keys)).isEqualTo(new Claims.Figures(0, 0, Duration.ZERO));
    }

    @Test
    void keepsQueuesApart() {
        var other = new Keys("things:other");
        things.push("1");
        machine.redis.opsForList().rightPush(other.queue(), "2");
        things.claim("c", "w", 200);
        var claim = claims.claim(other, "c", "w", 200, TestClaims.PLENTY).orElseThrow();

        claims.drop(claim);

        assertThat(TestClaims.texts(claim)).containsExactly("2");
        assertThat(claims.figures(keys).inFlight()).isOne();
        assertThat(claims.figures(other).inFlight()).isZero();
    }
}
