package org.almoner.orphan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.GatewayAnswer;
import org.almoner.pending.PendingPayments;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Has gateways asked about payments that have waited for too long; decides at once about those that none can be asked about. */
@Component
public class Inquiries {

    private static final String HAS_NO_STATUS_CALL = "adyen";

    private final Orphans orphans;
    private final OrphanCalls calls;
    private final FrontEnd frontEnd;
    private final PendingPayments pending;
    private final PendingMessages messages;

    Inquiries(
            Orphans orphans, OrphanCalls calls, FrontEnd frontEnd, PendingPayments pending, PendingMessages messages) {
        this.orphans = orphans;
        this.calls = calls;
        this.frontEnd = frontEnd;
        this.pending = pending;
        this.messages = messages;
    }

    /** What came of a payment being looked at. */
    public enum Kind {
        ASKED,
        UNRESOLVABLE,
        /** Resolved meanwhile, or somebody asks about it, or about another attempt with its order. */
        PASSED_OVER
    }

    /** @param answer where it is known without the gateway: for whoever is told of gateways' answers */
    public record Inquiry(Kind kind, Optional<AnsweredCall> answer) {
        static Inquiry of(Kind kind) {
            return new Inquiry(kind, Optional.empty());
        }
    }

    /** Within a unit of work. */
    public Inquiry ask(Overdue overdue) {
        var payment = read(overdue);
        var identity = payment.map(known -> Identity.of(known, known.txnId())).orElse(Identity.UNKNOWN);
        var round = orphans.take(overdue.pendingId(), identity);
        if (round.isEmpty()) {
            return Inquiry.of(Kind.PASSED_OVER);
        }
        var unresolvable = payment.map(Unresolvable::reason).orElse(Optional.of("its message cannot be read"));
        if (unresolvable.isPresent()) {
            return giveUp(overdue, unresolvable.get());
        }
        return new Inquiry(Kind.ASKED, ask(overdue.pendingId(), round.get(), payment.orElseThrow()));
    }

    private Optional<AnsweredCall> ask(long pendingId, int round, BegunPayment payment) {
        var call = calls.askStatus(pendingId, round, payment);
        if (payment.gateway().equals(HAS_NO_STATUS_CALL)) {
            ObjectNode status = frontEnd.status(payment.gateway(), Objects.requireNonNull(payment.orderId()));
            return Optional.of(AnsweredCall.of(call, 0, GatewayAnswer.done(status)));
        }
        calls.intend(call);
        return Optional.empty();
    }

    /** Its message stays for as long as that of a resolved one: a late notification may still find its donor. */
    private Inquiry giveUp(Overdue overdue, String reason) {
        pending.resolve(List.of(overdue.pendingId()));
        orphans.decide(overdue.pendingId(), Decision.UNRESOLVABLE, reason, null);
        return Inquiry.of(Kind.UNRESOLVABLE);
    }

    private Optional<BegunPayment> read(Overdue overdue) {
        try {
            return Optional.of(messages.read(messages.fields(overdue.message()), BegunPayment.class));
        } catch (InvalidMessage e) {
            return Optional.empty();
        }
    }
}
