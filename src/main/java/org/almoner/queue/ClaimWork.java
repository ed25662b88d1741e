package org.almoner.queue;

import java.util.Optional;
import org.almoner.queue.Failure.Kind;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * Takes one claim through its unit of work: swiftly, with all writes at the end; and when PostgreSQL refuses one of them,
 * once more carefully, with a savepoint for each message, so that a bad message harms no other.
 */
@Component
class ClaimWork {

    private final ClaimTransaction transaction;
    private final Statements statements;
    private final Receipts receipts;
    private final DeadLetterRows deadLetters;

    ClaimWork(ClaimTransaction transaction, Statements statements, Receipts receipts, DeadLetterRows deadLetters) {
        this.transaction = transaction;
        this.statements = statements;
        this.receipts = receipts;
        this.deadLetters = deadLetters;
    }

    /**
     * Commits what the messages of the claim lead to. An exception means that, as far as can be known, nothing was
     * committed, and that the claim must be kept.
     *
     * @param marks where a suspicious claim notes which message is about to be handled
     * @return nothing when the claim had been committed before
     */
    Optional<ClaimDone> handle(Claim claim, Terms terms, Marks marks, MessageRoute route) {
        try {
            boolean careful = terms.careful() || claim.isSuspicious();
            return Optional.of(careful ? carefully(claim, terms, marks, route) : swiftly(claim, terms, marks, route));
        } catch (ClaimCommitted e) {
            return Optional.empty();
        }
    }

    boolean isCommitted(Claim claim) {
        return receipts.has(claim);
    }

    private ClaimDone swiftly(Claim claim, Terms terms, Marks marks, MessageRoute route) {
        try {
            var inHand = new ClaimInHand(claim, false, statements);
            return transaction.execute(inHand, terms, status -> {
                for (var message : inHand.messages()) {
                    handle(inHand, message, route);
                    refuseIfSpoiled(inHand);
                }
                inHand.send();
                refuseIfSpoiled(inHand);
                return settle(new ClaimDone(claim, inHand.messages()), terms);
            });
        } catch (ReplayNeeded e) {
            return carefully(claim, terms, marks, route);
        } catch (DataAccessException e) {
            if (Diagnosis.kind(e) == Kind.INFRASTRUCTURE) {
                throw new StoreUnavailable(e);
            }
            return carefully(claim, terms, marks, route); // one of the rows was refused: which one will show
        }
    }

    private ClaimDone carefully(Claim claim, Terms terms, Marks marks, MessageRoute route) {
        var inHand = new ClaimInHand(claim, true, statements);
        try {
            return transaction.execute(inHand, terms, status -> {
                for (var message : inHand.messages()) {
                    if (claim.isKiller(message.number)) {
                        message.dies(Failure.suspectedPoison(claim.crashes(message.number)));
                    } else {
                        marks.set(claim, message.number);
                        underSavepoint(status, inHand, message, route);
                    }
                }
                marks.clear(claim);
                return settle(new ClaimDone(claim, inHand.messages()), terms);
            });
        } catch (RuntimeException e) {
            marks.forget(claim);
            throw e;
        }
    }

    private void underSavepoint(
            TransactionStatus status, ClaimInHand inHand, MessageInHand message, MessageRoute route) {
        Object savepoint = status.createSavepoint();
        handle(inHand, message, route);
        if (message.outcome() == Outcome.HANDLED) {
            send(inHand);
        }
        if (message.outcome() != Outcome.HANDLED) {
            status.rollbackToSavepoint(savepoint);
        }
        status.releaseSavepoint(savepoint);
    }

    private void handle(ClaimInHand inHand, MessageInHand message, MessageRoute route) {
        inHand.take(message);
        Throwable thrown = route.handle(message.message);
        if (thrown != null) {
            inHand.fail(thrown, Failure.of(thrown));
        }
        refuseIfUnavailable(inHand);
    }

    private void send(ClaimInHand inHand) {
        try {
            inHand.send();
            statements.checkConstraints();
        } catch (DataAccessException e) {
            inHand.fail(e, Failure.of(e));
            refuseIfUnavailable(inHand);
        }
    }

    private static void refuseIfSpoiled(ClaimInHand inHand) {
        if (inHand.isSpoiled()) {
            throw new ReplayNeeded();
        }
    }

    private static void refuseIfUnavailable(ClaimInHand inHand) {
        var cause = inHand.unavailable();
        if (cause != null) {
            throw new StoreUnavailable(cause);
        }
    }

    private ClaimDone settle(ClaimDone done, Terms terms) {
        if (done.isBadDeploy()) {
            throw new BadDeploy(done);
        }
        deadLetters.keep(done, terms);
        receipts.add(done); // last of all, so that its presence says that everything else is there too
        return done;
    }
}
