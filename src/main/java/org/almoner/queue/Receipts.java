package org.almoner.queue;

import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The table {@code claim_receipt}: its primary key is the fence that lets a claim be committed once. */
@Component
class Receipts {

    /** Requeued dead letters that came through are settled in the same round trip. */
    private static final String ADD =
            """
            with settled as (
                update dead_letter set state = 'handled', retry_at = null
                where queue = ? and state = 'requeued' and body_sha256 = any (?))
            insert into claim_receipt (claim_id, queue, handled, duplicate, dead, committed_at)
            values (?, ?, ?, ?, ?, ?)
            """;

    private final Statements statements;
    private final Clock clock;

    Receipts(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    boolean has(Claim claim) {
        return !statements
                .query("select 1 from claim_receipt where claim_id = ?", (row, n) -> 1, claim.id())
                .isEmpty();
    }

    /** @throws ClaimCommitted when another worker, or this one before a crash, has committed the claim */
    void add(ClaimDone done) {
        try {
            statements.update(
                    ADD,
                    done.claim().queue(),
                    hashesOfLiving(done.messages()),
                    done.claim().id(),
                    done.claim().queue(),
                    done.count(Outcome.HANDLED),
                    done.count(Outcome.DUPLICATE),
                    done.count(Outcome.DEAD),
                    clock.instant());
        } catch (DuplicateKeyException e) {
            throw new ClaimCommitted(done.claim());
        }
    }

    private static byte[][] hashesOfLiving(List<MessageInHand> messages) {
        return messages.stream()
                .filter(message -> message.outcome() != Outcome.DEAD)
                .map(message -> message.message.sha256())
                .toArray(byte[][]::new);
    }
}
