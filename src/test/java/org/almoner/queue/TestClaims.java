package org.almoner.queue;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;

/** The queue of a {@link TestMachine}: what is pushed to it, claimed from it and reaped. */
record TestClaims(TestMachine machine) {

    static final Keys KEYS = new Keys(TestMachine.QUEUE);
    static final long PLENTY = 8 << 20;
    static final Duration SILENCE = Duration.ofSeconds(10);

    void push(String... messages) {
        machine.redis.opsForList().rightPushAll(KEYS.queue(), messages);
    }

    List<String> waiting() {
        var waiting = machine.redis.opsForList().range(KEYS.queue(), 0, -1);
        return waiting == null ? List.of() : waiting;
    }

    Optional<Claim> claim(String ticket, String worker, int most) {
        return machine.claims.claim(KEYS, ticket, worker, most, PLENTY);
    }

    Claim reap(String worker) {
        return machine.claims
                .reap(KEYS, worker, UUID.randomUUID().toString(), SILENCE)
                .orElseThrow();
    }

    static List<String> texts(Claim claim) {
        return claim.messages().stream().map(Message::text).toList();
    }

    /** Claims are told apart by the millisecond. */
    static void millisecondsPass() {
        ThrowingRunnable nothing = () -> {};
        await().pollDelay(Duration.ofMillis(5)).untilAsserted(nothing);
    }
}
