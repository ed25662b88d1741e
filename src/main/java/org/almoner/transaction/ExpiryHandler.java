package org.almoner.transaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.almoner.queue.NotYet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides on a payment that is too old: expires it, unless that is done or it is too early, and sees to its money. Where the
 * payment stands says what is left to do, so a message that comes twice asks for one refund.
 */
@Component
class ExpiryHandler {

    /** So near to its end, the wait for a receipt is over. */
    private static final Duration NEAR = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final TransactionSettings settings;
    private final Clock clock;

    ExpiryHandler(Transactions transactions, TransactionSettings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    public @Nullable Consequence handle(TransactionMessage message) {
        var history = transactions.history(message.event().transactionId());
        var payment = history.transaction().orElseThrow(() -> new NotYet("the payment is not activated yet"));
        if (!payment.status().isTransient() || history.isDecided(payment)) {
            return null;
        }
        var now = clock.instant();
        return payment.receiptDueAt(settings.receiptTimeout())
                .map(due -> Duration.between(now, due))
                .filter(left -> left.compareTo(NEAR) >= 0)
                .<Consequence>map(left -> new PutOff(message, left))
                .orElseGet(() -> expire(message, payment, now));
    }

    private @Nullable Consequence expire(TransactionMessage message, Transaction payment, Instant now) {
        var expired = payment;
        if (payment.status().isOpen()) {
            expired = payment.expired(now);
            transactions.append(expired.newest());
        }
        return carryOut(Verdict.on(expired, message.order(), now), message, expired, now);
    }

    private @Nullable Consequence carryOut(
            Verdict verdict, TransactionMessage message, Transaction expired, Instant now) {
        return switch (verdict) {
            case NOTHING -> decided(expired, null);
            case REFUND -> refund(message, expired.refundRequested(now, message.order()));
            case MANUAL_CHECK -> dead(message, expired, DeadLetterCategory.REFUND_MANUAL_CHECK_REQUIRED);
            case RECEIPT_MISSING -> dead(message, expired, DeadLetterCategory.SEND_PAYMENT_RESULT_RECEIVING_TIMEOUT);
            case UNREFUNDABLE -> dead(message, expired, DeadLetterCategory.PROCESSING_ERROR);
            case TOO_EARLY -> undecided(expired, new PutOff(message, Verdict.wait(expired, now)), now);
            case ASK_GATEWAY -> undecided(expired, new OrderWanted(message), now);
        };
    }

    private Consequence refund(TransactionMessage message, Transaction requested) {
        transactions.append(requested.newest());
        transactions.show(requested, null);
        return new RefundRequested(message.with(requested.newest()));
    }

    private @Nullable Consequence dead(TransactionMessage message, Transaction expired, DeadLetterCategory category) {
        return decided(expired, new DeadLettered(message.with(category)));
    }

    private @Nullable Consequence decided(Transaction expired, @Nullable Consequence consequence) {
        transactions.show(expired, null);
        return consequence;
    }

    private Consequence undecided(Transaction expired, Consequence consequence, Instant now) {
        transactions.show(expired, transactions.decideBy(expired, now));
        return consequence;
    }
}
