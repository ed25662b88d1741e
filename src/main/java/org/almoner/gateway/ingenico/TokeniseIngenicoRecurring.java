package org.almoner.gateway.ingenico;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.GatewayJob;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.gateway.PaymentReference;
import org.almoner.gateway.PendingDonations;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Has Ingenico asked for the token by which the donor of a recurring gift is charged again; without it, there is no donation. */
@Component(TokeniseIngenicoRecurring.PURPOSE)
class TokeniseIngenicoRecurring implements Continuation {

    static final String PURPOSE = "ingenico-tokenise";
    private static final String TOKEN = "recurring_payment_token";

    private final GatewayCalls calls;
    private final GatewayJson json;

    TokeniseIngenicoRecurring(GatewayCalls calls, GatewayJson json) {
        this.calls = calls;
        this.json = json;
    }

    Onward run(GatewayJob job) {
        return ask(job.payload());
    }

    boolean isNeededFor(ObjectNode donation) {
        return PendingDonations.isRecurring(donation) && PendingDonations.isBlank(donation.path(TOKEN));
    }

    /** @param donation which waits for its token */
    Onward ask(ObjectNode donation) {
        var payment = json.read(donation, IngenicoPayment.class);
        calls.intend(new GatewayCall(
                "tokenise:ingenico:" + payment.gatewayTxnId(),
                "ingenico",
                null,
                Ask.TOKENISE,
                PaymentReference.of(payment.orderId(), payment.gatewayTxnId()),
                null,
                PURPOSE,
                donation));
        return Onward.nothing();
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var token = answered.detail().path(TOKEN);
        if (!answered.isDone() || PendingDonations.isBlank(token)) {
            throw new InvalidMessage("ingenico gave no token: " + answered.reason());
        }
        var donation = answered.context().deepCopy();
        donation.set(TOKEN, token);
        return Onward.of(Kind.DONATION, donation);
    }
}
