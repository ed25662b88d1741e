package org.almoner.queue;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Follow-ups on their way out: kept with the unit of work that they belong to, pushed at once where there is none. */
@Component
class Outbox {

    private static final String ADD = "insert into outbox (queue, body, as_is, due_at) values (?, ?, false, ?)";

    private final UnitOfWork unit;
    private final Pushes pushes;
    private final Relay relay;
    private final Clock clock;

    Outbox(UnitOfWork unit, Pushes pushes, Relay relay, Clock clock) {
        this.unit = unit;
        this.pushes = pushes;
        this.relay = relay;
        this.clock = clock;
    }

    /** @param json a JSON object; its {@code source_*} fields are set when it is pushed */
    void add(String queue, byte[] json, Duration delay) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            unit.write(ADD, queue, json, clock.instant().plus(delay));
            TransactionSynchronizationManager.registerSynchronization(relay);
        } else if (delay.isZero()) {
            pushes.pushNow(queue, json);
        } else {
            unit.write(ADD, queue, json, clock.instant().plus(delay));
        }
    }
}
