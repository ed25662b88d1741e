package org.almoner.gateway.ingenico;

import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PendingDonations;
import org.almoner.queue.NotYet;
import org.springframework.stereotype.Component;

/** Makes a donation of what was paid and what the front end knew of the donor; a recurring one needs its token first. */
@Component
class RecordIngenicoPayment {

    private final PendingDonations begun;
    private final TokeniseIngenicoRecurring tokenise;
    private final GatewayJson json;

    RecordIngenicoPayment(PendingDonations begun, TokeniseIngenicoRecurring tokenise, GatewayJson json) {
        this.begun = begun;
        this.tokenise = tokenise;
        this.json = json;
    }

    Onward run(GatewayJob job) {
        var payment = json.read(job.payload(), IngenicoPayment.class);
        var known = begun.find("ingenico", payment.order(), payment.gatewayTxnId())
                .orElseThrow(() -> new NotYet("what was paid is not pending"));
        var donation = PendingDonations.completed(known, job.payload());
        begun.resolve("ingenico", payment.order());
        return tokenise.isNeededFor(donation) ? tokenise.ask(donation) : Onward.of(Kind.DONATION, donation);
    }
}
