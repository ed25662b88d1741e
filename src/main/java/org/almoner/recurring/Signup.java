package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.almoner.wire.Required;

/** A donor has agreed to give again and again. With a token, it was after a single gift that has its own message. */
record Signup(@JsonUnwrapped Agreement agreement) implements RecurringMessage {

    Signup {
        if (!agreement.mandate().hasToken()) {
            Required.text("subscr_id", agreement.gift().subscrId());
        }
    }

    boolean followsASingleGift() {
        return agreement.mandate().hasToken();
    }

    @Override
    public String key() {
        return String.join("\u001f", "signup", agreement.gateway(), agreement.subscrId());
    }
}
