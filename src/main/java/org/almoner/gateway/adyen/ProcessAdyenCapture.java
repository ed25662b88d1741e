package org.almoner.gateway.adyen;

import java.math.BigDecimal;
import java.time.Clock;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.RiskRule;
import org.almoner.gateway.RiskRule.Action;
import org.almoner.pending.PendingPayments;
import org.almoner.queue.NotYet;
import org.springframework.stereotype.Component;

/** Decides whether an authorisation is captured, cancelled, or left for somebody to look at. */
@Component
class ProcessAdyenCapture implements JobTable.Job {

    private final BegunPayments begun;
    private final PendingPayments pending;
    private final AdyenCalls calls;
    private final RiskRule rule;
    private final AdyenSettings settings;
    private final GatewayJson json;
    private final Clock clock;

    ProcessAdyenCapture(
            BegunPayments begun,
            PendingPayments pending,
            AdyenCalls calls,
            RiskRule rule,
            AdyenSettings settings,
            GatewayJson json,
            Clock clock) {
        this.begun = begun;
        this.pending = pending;
        this.calls = calls;
        this.rule = rule;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Onward run(GatewayJob job) {
        var request = json.read(job.payload(), CaptureRequest.class);
        return request.isRescued() ? rescue(request) : decide(request);
    }

    /** Its risk was looked at when it failed. */
    private Onward rescue(CaptureRequest request) {
        if (request.isRescueToBeCaptured()) {
            calls.capture(request);
        }
        return Onward.nothing();
    }

    private Onward decide(CaptureRequest request) {
        var payment = begun.find(request);
        if (payment.isEmpty()) {
            return missing(request);
        }
        if (begun.isBeingCaptured(request)) {
            return Onward.nothing();
        }
        if (begun.isDuplicate(request)) {
            calls.cancel(request);
            return Onward.nothing();
        }
        return judge(request, payment.get());
    }

    private static Onward missing(CaptureRequest request) {
        if (request.mayBeASecondTry()) {
            return Onward.nothing();
        }
        throw new NotYet("pending payment %s is not there yet".formatted(request.merchantReference()));
    }

    private Onward judge(CaptureRequest request, BegunPayment payment) {
        var checks = CardChecks.of(request, settings);
        var score = payment.risk().add(checks.sum());
        var action = rule.actionAt(score);
        if (action == Action.PROCESS) {
            calls.capture(request);
        } else if (action == Action.REJECT) {
            calls.cancel(request);
            pending.resolve("adyen", request.merchantReference());
        }
        return verdict(request, payment, checks, score, action);
    }

    /** Without a server, which is the front end's to say; the scores that others gave are known already. */
    private Onward verdict(
            CaptureRequest request, BegunPayment payment, CardChecks checks, BigDecimal score, Action action) {
        var tracking = payment.contributionTrackingId();
        var message = json.object()
                .put("risk_score", score)
                .put("validation_action", action.word())
                .put("date", clock.instant().getEpochSecond())
                .put("contribution_tracking_id", tracking == null ? request.trackingId() : tracking.toString())
                .put("gateway", "adyen")
                .put("order_id", request.merchantReference())
                .put("payment_method", payment.paymentMethod())
                .put("user_ip", payment.userIp());
        message.set("score_breakdown", checks.scores());
        return Onward.of(Kind.FRAUD_CHECK, message);
    }
}
