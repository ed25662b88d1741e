package org.almoner.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a dead worker held goes on with another, and what died with several is suspected. */
class ReapedClaimsTest {

    private final TestMachine machine = TestMachine.empty();
    private final TestClaims things = new TestClaims(machine);
    private final Claims claims = machine.claims;
    private final Keys keys = TestClaims.KEYS;

    @Test
    void reapsTheOldestClaimOfASilentWorker() {
        things.push("1", "2", "3");
        things.claim("older", "dead", 1);
        TestClaims.millisecondsPass(); // claims are told apart by the millisecond
        things.claim("newer", "dead too", 1);

        assertThat(things.reap("w").id()).startsWith("older");
        assertThat(things.reap("w").id()).startsWith("newer");
        assertThat(claims.reap(keys, "w", "ticket", TestClaims.SILENCE)).isEmpty();
    }

    @Test
    void reapsNothingOfALivingWorker() {
        things.push("1");
        things.claim("c", "living", 1);
        claims.beat(keys, "living");

        assertThat(claims.reap(keys, "w", "ticket", TestClaims.SILENCE)).isEmpty();
    }

    @Test
    void reapsWhatAWorkerLeftThatBeatsNoMore() {
        things.push("1");
        things.claim("c", "tired", 1);
        claims.beat(keys, "tired");

        await().until(() ->
                claims.reap(keys, "w", "ticket", Duration.ofMillis(50)).isPresent());
    }

    @Test
    void reapsAtOnceWhatAWorkerLeftThatSaidGoodBye() {
        things.push("1");
        things.claim("c", "leaving", 1);
        claims.beat(keys, "leaving");
        claims.leave(keys, "leaving");

        assertThat(things.reap("w").id()).startsWith("c");
    }

    @Test
    void forgetsSilentWorkersThatHoldNothing() {
        claims.beat(keys, "gone");

        await().untilAsserted(() -> {
            claims.reap(keys, "w", "ticket", Duration.ofMillis(1));
            assertThat(machine.redis.opsForHash().keys(keys.workers())).isEmpty();
        });
    }

    @Test
    void givesAReapedClaimToOneWorkerOnly() {
        things.push("1");
        things.claim("c", "dead", 1);
        claims.beat(keys, "w");

        things.reap("w");

        assertThat(claims.reap(keys, "other", "ticket", TestClaims.SILENCE)).isEmpty();
    }

    @Test
    void givesTheSameReapedClaimWhenAskedAgainWithItsTicket() {
        things.push("1", "2");
        things.claim("c1", "dead", 1);
        things.claim("c2", "dead", 1);
        var first = claims.reap(keys, "w", "ticket", TestClaims.SILENCE).orElseThrow();

        var again = claims.reap(keys, "w", "ticket", TestClaims.SILENCE).orElseThrow();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.deliveries()).isEqualTo(2);
        assertThat(claims.reap(keys, "w", "next", TestClaims.SILENCE)
                        .orElseThrow()
                        .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void countsDeliveries() {
        things.push("1");
        things.claim("c", "w0", 1);

        assertThat(things.reap("w1").deliveries()).isEqualTo(2);
        assertThat(things.reap("w2").deliveries()).isEqualTo(3);
        assertThat(things.reap("w3").isSuspicious()).isTrue();
    }

    @Test
    void holdsAMarkAgainstTheMessageThatItNamed() {
        things.push("1", "2");
        things.claim("c", "w0", 2);
        var second = things.reap("w1");
        assertThat(claims.mark(second, "w1", "1")).isTrue();
        var third = things.reap("w2");
        assertThat(claims.mark(third, "w2", "0")).isTrue();
        assertThat(claims.mark(third, "w2", "1")).isTrue();

        var fourth = things.reap("w3");

        assertThat(third.suspicions()).isEqualTo(Map.of(1, 1));
        assertThat(fourth.suspicions()).isEqualTo(Map.of(1, 2));
        assertThat(fourth.isKiller(1)).isTrue();
        assertThat(fourth.isKiller(0)).isFalse();
    }

    @Test
    void holdsNothingAgainstAMessageWhoseMarkWasCleared() {
        things.push("1", "2");
        things.claim("c", "w0", 2);
        var second = things.reap("w1");
        claims.mark(second, "w1", "1");
        claims.mark(second, "w1", "");

        assertThat(things.reap("w2").suspicions()).isEmpty();
    }

    @Test
    void refusesTheMarkOfAWorkerThatLostTheClaim() {
        things.push("1");
        var claim = things.claim("c", "frozen", 1).orElseThrow();
        things.reap("w");

        assertThat(claims.mark(claim, "frozen", "0")).isFalse();
    }
}
