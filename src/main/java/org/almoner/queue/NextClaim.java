package org.almoner.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;

/** Finds the next claim for one thread: one that a dead worker left, else new messages, else it waits for some. */
class NextClaim implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final long REAP_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Worker worker;
    private final ClaimLoop.Parts parts;

    /** Kept until the claim is answered: asked again with the same one, Redis gives what it may have given before. */
    private String ticketToClaim = newTicket();

    /** Kept likewise, until a reaped claim is in hand: nobody reaps from a worker that lives. */
    private String ticketToReap = newTicket();

    private long lastReap = System.nanoTime() - REAP_EVERY_NANOS;
    private @Nullable RedisConnection waiting;

    NextClaim(Worker worker, ClaimLoop.Parts parts) {
        this.worker = worker;
        this.parts = parts;
    }

    /** Empty when there was nothing for a while, too. */
    Optional<Claim> get() {
        Optional<Claim> claim = reap().or(this::claim);
        if (claim.isEmpty()) {
            await();
        }
        return claim;
    }

    private Optional<Claim> reap() {
        if (!worker.isBeating() || System.nanoTime() - lastReap < REAP_EVERY_NANOS) {
            return Optional.empty();
        }
        var claim = parts.claims()
                .reap(worker.keys(), worker.id(), ticketToReap, parts.settings().silence());
        ticketToReap = newTicket();
        if (claim.isEmpty()) {
            lastReap = System.nanoTime(); // otherwise the same worker may have left more
        }
        return claim;
    }

    private Optional<Claim> claim() {
        var settings = parts.settings();
        int most = worker.terms().claim();
        var claim = parts.claims()
                .claim(
                        worker.keys(),
                        ticketToClaim,
                        worker.id(),
                        most,
                        settings.claimBytes().toBytes());
        ticketToClaim = newTicket();
        return claim;
    }

    private void await() {
        try {
            if (waiting == null) {
                waiting = parts.connections().getConnection();
            }
            parts.claims().await(waiting, worker.keys(), WAIT);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }

    private static String newTicket() {
        return UUID.randomUUID().toString();
    }
}
