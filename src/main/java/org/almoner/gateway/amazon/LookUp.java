package org.almoner.gateway.amazon;

import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentReference;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Required;
import org.springframework.stereotype.Component;

/** Asks Amazon what became of a charge or a refund that it has only named. */
@Component
class LookUp {

    private final GatewayCalls calls;

    LookUp(GatewayCalls calls) {
        this.calls = calls;
    }

    /** @param purpose who goes on */
    JobTable.Job of(String purpose) {
        return job -> ask(job, purpose);
    }

    /** Told again of another state, it is asked again: each job is another one. */
    private Onward ask(GatewayJob job, String purpose) {
        String id = job.payload().path("id").asText();
        Required.text("id", id);
        calls.intend(new GatewayCall(
                "%s:%s".formatted(purpose, ContentKey.of(job)),
                "amazon",
                null,
                Ask.STATUS,
                PaymentReference.of(null, id),
                null,
                purpose,
                AmazonJobs.payload()));
        return Onward.nothing();
    }
}
