package org.almoner.gateway.amazon;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentReference;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.ContentKey;
import org.springframework.stereotype.Component;

/** Says yes to a topic of ours that asks whether we want to be told. */
@Component(ConfirmSubscription.PURPOSE)
class ConfirmSubscription implements JobTable.Job, Continuation {

    static final String PURPOSE = "amazon-subscription";

    private final GatewayCalls calls;
    private final AmazonSettings settings;

    ConfirmSubscription(GatewayCalls calls, AmazonSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public Onward run(GatewayJob job) {
        if (!settings.confirmations().allow(job.payload().path("url").asText())) {
            throw new InvalidMessage("url is not where SNS is told yes");
        }
        calls.intend(new GatewayCall(
                PURPOSE + ":" + ContentKey.of(job),
                "amazon",
                null,
                Ask.FETCH,
                PaymentReference.of(null, null),
                null,
                PURPOSE,
                job.payload()));
        return Onward.nothing();
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        answered.doneOr("SNS does not take our yes");
        return Onward.nothing();
    }
}
