package org.almoner.gateway.gravy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Locale;
import org.almoner.fraud.EarlierRisk;
import org.almoner.fraud.FraudChecks;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.EarlierCapture;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.OrderId;
import org.almoner.gateway.PaymentReference;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.gateway.PendingDonations;
import org.almoner.gateway.RiskRule;
import org.almoner.gateway.RiskRule.Action;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.NotYet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Captures what is authorised, unless it looks too risky: once Gravy has said that it is, and of how much. */
@Component(CaptureGravyPayment.PURPOSE)
class CaptureGravyPayment implements Continuation {

    static final String PURPOSE = "gravy-assess";

    private final GravyStatuses statuses;
    private final PendingDonations begun;
    private final GatewayCalls calls;
    private final FraudChecks checks;
    private final RiskRule rule;
    private final Clock clock;

    CaptureGravyPayment(
            GravyStatuses statuses,
            PendingDonations begun,
            GatewayCalls calls,
            FraudChecks checks,
            RiskRule rule,
            Clock clock) {
        this.statuses = statuses;
        this.begun = begun;
        this.calls = calls;
        this.checks = checks;
        this.rule = rule;
        this.clock = clock;
    }

    Onward run(GatewayJob job) {
        return statuses.ask(job, PURPOSE);
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var payment = statuses.payment(answered);
        var status = statuses.status(answered);
        String orderId = String.valueOf(payment.orderId());
        if (status.state() != State.PENDING_POKE
                || begun.find("gravy", orderId, null).isEmpty()) {
            return Onward.nothing(); // captured by somebody else, or refused; without a donor it is the front end's
        }
        var captures = calls.captures("gravy", orderId);
        if (captures.isEmpty()) {
            return decide(payment, status);
        }
        captures.stream()
                .filter(capture -> !capture.isOf(payment.gatewayTxnId()))
                .forEach(capture -> cancelInFavourOf(capture, payment));
        return Onward.nothing();
    }

    /** The donor was authorised twice for one order; we take the money once. */
    private void cancelInFavourOf(EarlierCapture capture, GravyPayment payment) {
        if (capture.isOpen()) {
            throw new NotYet("another payment of the order may be captured");
        }
        if (capture.isDone()) {
            calls.intend(call(Ask.CANCEL, payment, null, GravyCancelled.PURPOSE));
        }
    }

    private Onward decide(GravyPayment payment, PaymentStatus status) {
        String orderId = String.valueOf(payment.orderId());
        var before = checks.before("gravy", orderId, "getCVVResult", "getAVSResult");
        var base = before.map(EarlierRisk::score).orElse(BigDecimal.ZERO);
        var total = status.riskScores().values().stream().reduce(base, BigDecimal::add);
        var action = rule.actionAt(total);
        if (action == Action.PROCESS) {
            calls.intend(call(Ask.CAPTURE, payment, money(status), GravyCaptured.PURPOSE));
        } else if (action == Action.REJECT) {
            calls.intend(call(Ask.CANCEL, payment, null, GravyCancelled.PURPOSE));
            begun.resolve("gravy", orderId);
        }
        var check = check(payment, status).put("risk_score", total).put("validation_action", action.word());
        before.ifPresent(known -> known(check, known));
        return Onward.of(Kind.FRAUD_CHECK, check);
    }

    private static void known(ObjectNode check, EarlierRisk before) {
        check.put("contribution_tracking_id", before.contributionTrackingId())
                .put("payment_method", before.paymentMethod())
                .put("user_ip", before.userIp());
    }

    private ObjectNode check(GravyPayment payment, PaymentStatus status) {
        String orderId = String.valueOf(payment.orderId());
        var check = statuses.message()
                .put("order_id", orderId)
                .put("gateway_txn_id", payment.gatewayTxnId())
                .put("contribution_tracking_id", OrderId.contributionTrackingId(orderId))
                .put("date", clock.instant().getEpochSecond());
        check.setAll(contactOf(orderId));
        var scores = check.putObject("score_breakdown");
        status.riskScores()
                .forEach((filter, score) -> scores.put("get" + filter.toUpperCase(Locale.ROOT) + "Result", score));
        return check;
    }

    /** What a payment that was never assessed before needs to be kept. */
    private ObjectNode contactOf(String orderId) {
        var known = begun.find("gravy", orderId, null).orElseGet(statuses::message);
        return known.retain("contribution_tracking_id", "payment_method", "user_ip");
    }

    private static Money money(PaymentStatus status) {
        if (status.amount() == null || status.currency() == null) {
            throw new InvalidMessage("gravy does not say how much is authorised");
        }
        return new Money(status.amount(), status.currency());
    }

    private GatewayCall call(Ask ask, GravyPayment payment, @Nullable Money amount, String purpose) {
        var context =
                statuses.message().put("order_id", payment.orderId()).put("gateway_txn_id", payment.gatewayTxnId());
        return new GatewayCall(
                ask.name().toLowerCase(Locale.ROOT) + ":gravy:" + payment.gatewayTxnId(),
                "gravy",
                null,
                ask,
                PaymentReference.of(payment.orderId(), payment.gatewayTxnId()),
                amount,
                purpose,
                context);
    }
}
