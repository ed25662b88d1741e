package org.almoner.gateway.dlocal;

import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.springframework.stereotype.Component;

/** Hands on that a donor has switched a wallet off; any other rejection is no news, for the donor may try again. */
@Component
class ReportDLocalRejection {

    private final GatewayJson json;

    ReportDLocalRejection(GatewayJson json) {
        this.json = json;
    }

    Onward run(GatewayJob job) {
        return json.read(job.payload(), DLocalPayment.class).endsItsGift()
                ? Onward.of(Kind.WALLET, job.payload())
                : Onward.nothing();
    }
}
