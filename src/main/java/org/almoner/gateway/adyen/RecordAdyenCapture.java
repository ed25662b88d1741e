package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.donation.Contributions;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.almoner.pending.PendingMessage;
import org.almoner.queue.NotYet;
import org.springframework.stereotype.Component;

/** Makes a donation of a pending payment, now that Adyen has captured it. */
@Component
class RecordAdyenCapture implements JobTable.Job {

    private final BegunDonations begun;
    private final Contributions contributions;
    private final GatewayJson json;

    RecordAdyenCapture(BegunDonations begun, Contributions contributions, GatewayJson json) {
        this.begun = begun;
        this.contributions = contributions;
        this.json = json;
    }

    @Override
    public Onward run(GatewayJob job) {
        var captured = json.read(job.payload(), CapturedPayment.class);
        return begun.find(captured.merchantReference(), captured.gatewayTxnId())
                .map(pending -> record(captured, pending))
                .orElseGet(() -> unknown(captured));
    }

    private Onward record(CapturedPayment captured, PendingMessage pending) {
        var fields = begun.fields(pending).put("gateway_txn_id", captured.gatewayTxnId());
        var donation = begun.donation(fields);
        if (donation.waitsForContract()) {
            begun.complete(pending, withMoney(fields, captured), captured.gatewayTxnId());
            return Onward.nothing();
        }
        if (donation.lacksToken()) {
            throw new NotYet("the token of order %s is not there yet".formatted(captured.merchantReference()));
        }
        var date = captured.eventDate();
        if (date != null) {
            fields.put("date", date.getEpochSecond());
        }
        return begun.give(fields, captured.merchantReference());
    }

    private static ObjectNode withMoney(ObjectNode fields, CapturedPayment captured) {
        var money = captured.money();
        return fields.put("gross", money.amount().toPlainString()).put("currency", money.currency());
    }

    /** Payments of recurring gifts are recorded by whoever charged them, and never were pending. */
    private Onward unknown(CapturedPayment captured) {
        if (contributions.byPayment("adyen", captured.gatewayTxnId()).isPresent()) {
            return Onward.nothing();
        }
        throw new NotYet("pending payment %s is not there yet".formatted(captured.merchantReference()));
    }
}
