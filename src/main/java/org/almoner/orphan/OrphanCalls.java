package org.almoner.orphan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.PaymentReference;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What gateways are asked about orphans, and told to do with them. */
@Component
class OrphanCalls {

    static final String STATUS = "orphan-status";
    static final String CAPTURE = "orphan-capture";
    static final String CANCEL = "orphan-cancel";

    static final String PENDING_ID = "pending_id";
    static final String ROUND = "round";
    static final String VALIDATION_ACTION = "validation_action";

    /** What PayPal wants to hear again of a recurring payment that the donor has agreed to, and who that was. */
    private static final List<String> AGREED =
            List.of("frequency_unit", "frequency_interval", "processor_contact_id", "description");

    private final GatewayCalls calls;
    private final OrphanSettings settings;
    private final PendingMessages messages;

    OrphanCalls(GatewayCalls calls, OrphanSettings settings, PendingMessages messages) {
        this.calls = calls;
        this.settings = settings;
        this.messages = messages;
    }

    GatewayCall askStatus(long pendingId, int round, BegunPayment payment) {
        var context = context(pendingId, payment).put(ROUND, round);
        return call(
                "%s:%d:%d".formatted(STATUS, pendingId, round),
                Ask.STATUS,
                payment,
                payment.reference(),
                null,
                STATUS,
                context);
    }

    void intend(GatewayCall call) {
        calls.intend(call);
    }

    /** By the key that jobs have for it, too: nobody captures twice. */
    void capture(Orphan orphan, Ruling ruling) {
        var context = context(orphan.pendingId(), orphan.payment()).put(VALIDATION_ACTION, ruling.validationAction());
        boolean subscribes = orphan.payment().isPayPals() && orphan.payment().isRecurring();
        if (subscribes) {
            AGREED.forEach(
                    field -> context.put(field, orphan.message().path(field).asText("")));
        }
        act(subscribes ? "subscribe" : "capture", subscribes ? Ask.SUBSCRIBE : Ask.CAPTURE, orphan, CAPTURE, context);
    }

    void cancel(Orphan orphan, Ruling ruling) {
        var context = context(orphan.pendingId(), orphan.payment()).put(VALIDATION_ACTION, ruling.validationAction());
        act("cancel", Ask.CANCEL, orphan, CANCEL, context);
    }

    /** Or was, by somebody else: an orphan that we have captured ourselves is decided, or waits for the answer. */
    boolean isBeingCaptured(Orphan orphan) {
        return calls.isIntended(key("capture", orphan)) || isAnotherOfItsOrder(orphan);
    }

    /** Donors are authorised twice with one order, and jobs capture the one that they hear of. */
    private boolean isAnotherOfItsOrder(Orphan orphan) {
        var payment = orphan.payment();
        return calls.captures(settings.apiOf(payment.gateway()), String.valueOf(payment.orderId())).stream()
                .filter(capture -> !capture.isOf(txnId(orphan)))
                .anyMatch(capture -> capture.isDone() || capture.isOpen());
    }

    private void act(String verb, Ask ask, Orphan orphan, String purpose, ObjectNode context) {
        var payment = orphan.payment();
        var told = payment.reference();
        var reference = new PaymentReference(told.orderId(), txnId(orphan), told.sessionId());
        intend(call(key(verb, orphan), ask, payment, reference, payment.amount(), purpose, context));
    }

    private String key(String verb, Orphan orphan) {
        var told = orphan.payment().reference();
        String txnId = txnId(orphan);
        String name = txnId == null ? "order-" + told.orderId() : txnId;
        return "%s:%s:%s".formatted(verb, settings.apiOf(orphan.payment().gateway()), name);
    }

    private static @Nullable String txnId(Orphan orphan) {
        return orphan.gatewayTxnId().isEmpty() ? null : orphan.gatewayTxnId();
    }

    private GatewayCall call(
            String key,
            Ask ask,
            BegunPayment payment,
            PaymentReference reference,
            @Nullable Money amount,
            String purpose,
            ObjectNode context) {
        String gateway = settings.apiOf(payment.gateway());
        return new GatewayCall(key, gateway, payment.account(), ask, reference, amount, purpose, context);
    }

    /** Names what no two answers may be decided on at once: the queue of answers locks it. */
    private ObjectNode context(long pendingId, BegunPayment payment) {
        return messages.none()
                .put(PENDING_ID, pendingId)
                .put("donor", Identity.of(payment, null).donor())
                .put("contribution_tracking_id", payment.contributionTrackingId());
    }
}
