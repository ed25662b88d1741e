package org.almoner.gateway.amazon;

import java.util.regex.Pattern;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentReference;
import org.springframework.stereotype.Component;

/** Has Amazon close what a donor permitted once, when it is paid: nobody can charge it again. */
@Component(ClosePermission.PURPOSE)
class ClosePermission implements Continuation {

    static final String PURPOSE = "amazon-close";

    /** In production and in the sandbox; those that begin with a B or a C are for recurring gifts, and stay open. */
    private static final Pattern ONCE = Pattern.compile("[PS]01-.*");

    private final GatewayCalls calls;

    ClosePermission(GatewayCalls calls) {
        this.calls = calls;
    }

    void of(RecordedPayment payment) {
        String permission = payment.reference();
        if (ONCE.matcher(permission).matches()) {
            calls.intend(new GatewayCall(
                    "close:amazon:" + permission,
                    "amazon",
                    null,
                    Ask.FORGET,
                    new PaymentReference(payment.orderId(), payment.gatewayTxnId(), permission),
                    null,
                    PURPOSE,
                    AmazonJobs.payload().put(AmazonGateway.TOKEN, permission)));
        }
    }

    /** Amazon closes by itself what was captured in full, so that a no is none. */
    @Override
    public Onward goOn(AnsweredCall answered) {
        return Onward.nothing();
    }
}
