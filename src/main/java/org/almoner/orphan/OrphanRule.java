package org.almoner.orphan;

import static org.almoner.orphan.Decision.CANCEL;
import static org.almoner.orphan.Decision.CAPTURE;
import static org.almoner.orphan.Decision.COMPLETE;
import static org.almoner.orphan.Decision.FAILED;
import static org.almoner.orphan.Decision.LEAVE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.RiskRule;
import org.almoner.gateway.RiskRule.Action;

/** Decides about an orphan by what its gateway says and by what we know; asks nobody and changes nothing. */
final class OrphanRule {

    private static final BigDecimal GOOD_ENOUGH = BigDecimal.valueOf(80);

    private final RiskRule risk;

    OrphanRule(RiskRule risk) {
        this.risk = risk;
    }

    Ruling on(BegunPayment payment, PaymentStatus status, Evidence evidence, Instant now) {
        return switch (status.state()) {
            case COMPLETE ->
                payment.txnId() == null && status.gatewayTxnId() == null
                        ? Ruling.of(LEAVE, "the gateway says complete, and not what it calls the payment")
                        : Ruling.of(COMPLETE, "the gateway says complete");
            case PENDING -> Ruling.of(LEAVE, "the gateway does not know yet");
            case FAILED, CANCELLED, REFUNDED ->
                Ruling.of(FAILED, "the gateway says " + status.state().name().toLowerCase(Locale.ROOT));
            case PENDING_POKE -> withACancelThatCanBe(payment, ofApproval(payment, status, evidence, now));
        };
    }

    private Ruling ofApproval(BegunPayment payment, PaymentStatus status, Evidence evidence, Instant now) {
        if (evidence.isBeingCaptured()) {
            return Ruling.of(LEAVE, "somebody else has it captured");
        }
        if (evidence.isRecorded()) {
            return Ruling.of(CANCEL, "the visit has led to a contribution already");
        }
        return switch (evidence.elsewhere()) {
            case COMPLETE -> Ruling.of(CANCEL, "another payment of the donor was completed");
            case IN_HAND -> Ruling.of(LEAVE, "another payment of the donor is being captured");
            case NOTHING -> byRisk(payment, evidence.scores().and(status.riskScores()), evidence.history(), now);
        };
    }

    private Ruling byRisk(BegunPayment payment, RiskScores scores, History history, Instant now) {
        var action = action(payment, scores);
        if (action == Action.PROCESS) {
            return history.hasGiftOfPastDay(now)
                    ? new Ruling(CANCEL, "the donor gave within the past day", scores, action)
                    : new Ruling(CAPTURE, "no risk", scores, action);
        }
        if (history.isGood(now) && scores.minfraud().compareTo(GOOD_ENOUGH) <= 0) {
            return new Ruling(CAPTURE, "a risk, by a donor whom we know well", scores, action);
        }
        return action == Action.REJECT
                ? new Ruling(CANCEL, "too risky", scores, action)
                : new Ruling(LEAVE, "a risk that somebody is to look at", scores, action);
    }

    /** A card whose number on the back nobody checked is looked at. */
    private Action action(BegunPayment payment, RiskScores scores) {
        var action = risk.actionAt(scores.sum());
        return action == Action.PROCESS && payment.isByCard() && !scores.tellOfCvv() ? Action.REVIEW : action;
    }

    /** PayPal cannot be told to cancel; what is not captured there lapses. */
    private static Ruling withACancelThatCanBe(BegunPayment payment, Ruling ruling) {
        return ruling.decision() == CANCEL && payment.isPayPals()
                ? new Ruling(LEAVE, ruling.reason() + ", and cannot be cancelled", ruling.scores(), ruling.risk())
                : ruling;
    }
}
