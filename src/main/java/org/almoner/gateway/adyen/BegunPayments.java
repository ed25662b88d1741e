package org.almoner.gateway.adyen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.almoner.fraud.FraudChecks;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJson;
import org.almoner.pending.PendingMessage;
import org.almoner.pending.PendingPayments;
import org.almoner.queue.NotYet;
import org.springframework.stereotype.Component;

/** Finds what is known of an order at Adyen: how it was begun, how risky it looked, and whether it was captured already. */
@Component
class BegunPayments {

    private final PendingPayments pending;
    private final FraudChecks checks;
    private final GatewayCalls calls;
    private final GatewayJson json;

    BegunPayments(PendingPayments pending, FraudChecks checks, GatewayCalls calls, GatewayJson json) {
        this.pending = pending;
        this.checks = checks;
        this.calls = calls;
        this.json = json;
    }

    /** Whether it is pending or resolved: what a donor did twice must not be captured twice. */
    Optional<BegunPayment> find(CaptureRequest request) {
        var risk = checks.before("adyen", request.merchantReference(), CardChecks.CVV, CardChecks.AVS);
        return pending(request)
                .map(message -> json.read(message.text().getBytes(UTF_8), BegunPayment.class)
                        .withRisk(risk.orElse(null)))
                .or(() -> risk.map(BegunPayment::of));
    }

    boolean isBeingCaptured(CaptureRequest request) {
        return captured(request).filter(request.pspReference()::equals).isPresent()
                || calls.captures("adyen", request.merchantReference()).stream()
                        .anyMatch(capture -> capture.isOf(request.pspReference()));
    }

    /**
     * Whether another authorisation of the order has been captured.
     *
     * @throws NotYet while that is not known
     */
    boolean isDuplicate(CaptureRequest request) {
        var others = calls.captures("adyen", request.merchantReference()).stream()
                .filter(capture -> !capture.isOf(request.pspReference()))
                .toList();
        if (captured(request).isPresent() || others.stream().anyMatch(capture -> capture.isDone())) {
            return true;
        }
        if (others.stream().anyMatch(capture -> capture.isOpen())) {
            throw new NotYet(
                    "another authorisation of order %s may be captured".formatted(request.merchantReference()));
        }
        return false;
    }

    private Optional<String> captured(CaptureRequest request) {
        return pending.captured("adyen", request.merchantReference());
    }

    private Optional<PendingMessage> pending(CaptureRequest request) {
        return pending.find("adyen", request.merchantReference(), request.pspReference());
    }
}
