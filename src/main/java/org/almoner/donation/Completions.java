package org.almoner.donation;

import org.almoner.pending.PendingPayments;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.NotYet;
import org.almoner.queue.ReceivedMessage;
import org.springframework.stereotype.Component;

/** Completes a donation of which a gateway knows only the payment: who gave, the form has said before. */
@Component
class Completions {

    private final PendingPayments pending;
    private final ReceivedMessage received;

    Completions(PendingPayments pending, ReceivedMessage received) {
        this.pending = pending;
        this.received = received;
    }

    /** @throws NotYet when its pending payment has not arrived */
    Donation complete(Donation told) {
        if (!told.isSparse()) {
            return told;
        }
        Payment payment = told.payment();
        if (payment.gateway() == null || payment.orderId() == null) {
            throw new InvalidMessage("gateway or order_id is missing, so nothing can complete it");
        }
        String earlier = pending.message(payment.gateway(), payment.orderId(), payment.gatewayTxnId())
                .orElseThrow(() -> new NotYet(
                        "pending payment %s of %s is not there yet".formatted(payment.orderId(), payment.gateway())));
        return received.read(received.laidOver(earlier), Donation.class);
    }
}
