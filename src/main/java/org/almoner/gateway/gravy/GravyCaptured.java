package org.almoner.gateway.gravy;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PendingDonations;
import org.springframework.stereotype.Component;

/** Keeps with what is pending that it is captured; the donation follows when Gravy tells of the capture. */
@Component(GravyCaptured.PURPOSE)
class GravyCaptured implements Continuation {

    static final String PURPOSE = "gravy-capture";

    private final GravyStatuses statuses;
    private final PendingDonations begun;

    GravyCaptured(GravyStatuses statuses, PendingDonations begun) {
        this.statuses = statuses;
        this.begun = begun;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        answered.doneOr("gravy did not capture the payment");
        var payment = statuses.payment(answered);
        begun.captured("gravy", String.valueOf(payment.orderId()), payment.gatewayTxnId());
        return Onward.nothing();
    }
}
