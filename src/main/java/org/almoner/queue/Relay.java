package org.almoner.queue;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;

/** Pushes what is due in the outbox: whenever a unit of work has committed follow-ups, and whenever a route says so. */
@Component("relay")
public class Relay implements TransactionSynchronization {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final RelayTurn turn;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "relay"));

    Relay(RelayTurn turn) {
        this.turn = turn;
    }

    /** Returns at once. Many calls while it works amount to one more turn. */
    public void wake() {
        if (awake.compareAndSet(false, true)) {
            thread.execute(this::pushDue);
        }
    }

    @Override
    public void afterCommit() {
        wake();
    }

    private void pushDue() {
        awake.set(false);
        try {
            while (turn.take()) {}
        } catch (RuntimeException e) {
            LOG.warn("the relay waits: {}", Diagnosis.reason(e));
            LOG.debug("the relay waits", e);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
