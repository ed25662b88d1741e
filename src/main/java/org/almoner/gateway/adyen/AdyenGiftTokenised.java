package org.almoner.gateway.adyen;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** A recurring donation that an audit has found goes on with the token that it lacked; without one it is of no use. */
@Component(AdyenGiftTokenised.PURPOSE)
class AdyenGiftTokenised implements Continuation {

    static final String PURPOSE = "adyen-token";

    @Override
    public Onward goOn(AnsweredCall answered) {
        String token = answered.detail().path("recurring_payment_token").asText();
        if (!answered.isDone() || token.isEmpty()) {
            throw new InvalidMessage("Adyen knows no token of it: " + answered.reason());
        }
        return Onward.of(Kind.DONATION, answered.context().deepCopy().put("recurring_payment_token", token));
    }
}
