package org.almoner.gateway.adyen;

import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.springframework.stereotype.Component;

/** Asks for the token of a recurring donation that an audit has found without one. */
@Component
class TokenizeAdyenGift implements JobTable.Job {

    private final AdyenCalls calls;
    private final GatewayJson json;

    TokenizeAdyenGift(AdyenCalls calls, GatewayJson json) {
        this.calls = calls;
        this.json = json;
    }

    @Override
    public Onward run(GatewayJob job) {
        calls.tokenise(json.read(job.payload(), TokenRequest.class), job.payload());
        return Onward.nothing();
    }
}
