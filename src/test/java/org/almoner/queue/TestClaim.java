package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A claim of messages that do what a test says. */
final class TestClaim implements MessageRoute {

    private final TestMachine machine;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Runnable> deeds = new HashMap<>();

    TestClaim(TestMachine machine) {
        this.machine = machine;
    }

    TestClaim message(String name, Runnable deed) {
        var message = new Message("{\"name\":\"%s\"}".formatted(name).getBytes(UTF_8));
        messages.add(message);
        deeds.put(message.text(), deed);
        return this;
    }

    /** A message that is handled once for each key, as behind an {@code idempotentConsumer}. */
    TestClaim message(String name, String key, Runnable deed) {
        return message(name, () -> {
            if (machine.unit.claim().takeKey(key)) {
                deed.run();
            }
        });
    }

    TestClaim messages(int count, Runnable deed) {
        IntStream.range(0, count).forEach(number -> message("message " + number, deed));
        return this;
    }

    /** The outcomes of the messages, in their order. */
    List<Outcome> handle() {
        return handle(TestMachine.TERMS);
    }

    List<Outcome> handle(Terms terms) {
        return handle(TestMachine.claim(messages), terms);
    }

    List<Outcome> handle(Claim claim, Terms terms) {
        return done(claim, terms).messages().stream()
                .map(MessageInHand::outcome)
                .toList();
    }

    ClaimDone done() {
        return done(toClaim(), TestMachine.TERMS);
    }

    private ClaimDone done(Claim claim, Terms terms) {
        return machine.work.handle(claim, terms, machine.marks, this).orElseThrow();
    }

    Claim toClaim() {
        return TestMachine.claim(messages);
    }

    @Override
    public @Nullable Throwable handle(Message message) {
        try {
            deeds.getOrDefault(message.text(), () -> {}).run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }
}
