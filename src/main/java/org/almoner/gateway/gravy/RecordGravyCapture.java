package org.almoner.gateway.gravy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.gateway.PendingDonations;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.NotYet;
import org.springframework.stereotype.Component;

/** Makes a donation of what was captured and what the front end knew of the donor, once Gravy says that it was. */
@Component(RecordGravyCapture.PURPOSE)
class RecordGravyCapture implements Continuation {

    static final String PURPOSE = "gravy-record";
    private static final String TOKEN = "recurring_payment_token";

    private final GravyStatuses statuses;
    private final PendingDonations begun;
    private final Clock clock;

    RecordGravyCapture(GravyStatuses statuses, PendingDonations begun, Clock clock) {
        this.statuses = statuses;
        this.begun = begun;
        this.clock = clock;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var payment = statuses.payment(answered);
        var status = statuses.status(answered);
        if (status.state() != State.COMPLETE) {
            throw new InvalidMessage("gravy says that the payment is " + status.rawStatus() + ", not captured");
        }
        String orderId = String.valueOf(payment.orderId());
        var known = begun.find("gravy", orderId, payment.gatewayTxnId())
                .orElseThrow(() -> new NotYet("what was captured is not pending"));
        var donation = donation(known, status, payment);
        begun.resolve("gravy", orderId);
        return Onward.of(Kind.DONATION, donation);
    }

    private ObjectNode donation(ObjectNode known, PaymentStatus status, GravyPayment payment) {
        var captured = statuses.message()
                .put("gateway_txn_id", payment.gatewayTxnId())
                .put("gross", status.amount())
                .put("currency", status.currency())
                .put("date", payment.happenedAt(clock).getEpochSecond());
        var donation = PendingDonations.completed(known, captured);
        PendingDonations.fill(donation, status.donor());
        refresh(donation, status.donor());
        if (PendingDonations.isRecurring(donation) && PendingDonations.isBlank(donation.path(TOKEN))) {
            donation.put(TOKEN, tokenOf(status));
        }
        return donation;
    }

    /** The processor behind Gravy names the capture otherwise than the authorisation that the front end saw. */
    private static void refresh(ObjectNode donation, ObjectNode told) {
        var id = told.path("backend_processor_txn_id");
        if (!PendingDonations.isBlank(id)) {
            donation.set("backend_processor_txn_id", id);
        }
    }

    private static String tokenOf(PaymentStatus status) {
        String token = status.recurringPaymentToken();
        if (token == null || token.isBlank()) {
            throw new NotYet("the payment is recurring and has no token");
        }
        return token;
    }
}
