package org.almoner.gateway.amazon;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.JobTable;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentReference;
import org.almoner.money.Money;
import org.springframework.stereotype.Component;

/** Charges once more, and captures at once, what Amazon could not authorise in time: the donor was not told to try again. */
@Component(RetryAuthorization.PURPOSE)
class RetryAuthorization implements JobTable.Job, Continuation {

    /** Why Amazon declines what nobody has refused. */
    static final String REASON = "TransactionTimedOut";

    static final String PURPOSE = "amazon-retry";

    private final GatewayCalls calls;
    private final GatewayJson json;

    RetryAuthorization(GatewayCalls calls, GatewayJson json) {
        this.calls = calls;
        this.json = json;
    }

    /** By the name of what the donor permits, not of what was declined: else the second decline would begin a third try. */
    @Override
    public Onward run(GatewayJob job) {
        var declined = json.read(job.payload(), RecordedPayment.class);
        calls.intend(new GatewayCall(
                "retry:amazon:" + declined.reference(),
                "amazon",
                null,
                Ask.CAPTURE,
                new PaymentReference(declined.orderId(), declined.gatewayTxnId(), declined.reference()),
                new Money(declined.gross(), declined.currency()),
                PURPOSE,
                AmazonJobs.payload().put(AmazonGateway.PERMISSION, declined.reference())));
        return Onward.nothing();
    }

    /** What has become of the new charge Amazon tells, as of every charge. */
    @Override
    public Onward goOn(AnsweredCall answered) {
        answered.doneOr("Amazon did not charge it again");
        return Onward.nothing();
    }
}
