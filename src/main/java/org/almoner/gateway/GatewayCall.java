package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that a gateway is to be asked, written down before it is asked.
 *
 * @param key what makes two calls the same, such as {@code capture:adyen:Q7K2…}: the second one is not made
 * @param account whose credentials and whose rate; nothing for the gateway's only one
 * @param purpose who goes on with the answer: the name of a {@link Continuation}
 * @param context what that one needs to go on
 */
public record GatewayCall(
        String key,
        String gateway,
        @Nullable String account,
        Ask ask,
        PaymentReference payment,
        @Nullable Money amount,
        String purpose,
        ObjectNode context) {

    /** What gateways can be asked. */
    public enum Ask {
        STATUS,
        CAPTURE,
        CANCEL,
        REFUND,
        TOKENISE,
        /** Forget a token, so that nobody is charged by it again. */
        FORGET,
        /** Begin a recurring payment that the donor has agreed to. */
        SUBSCRIBE,
        /** Whether a notification is the gateway's own. */
        VERIFY,
        /** Fetch a report. */
        FETCH
    }

    /** Tells the gateway that it has been asked before, should the answer have been lost. */
    public String idempotencyKey() {
        return UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString();
    }

    public Money amountOf() {
        if (amount == null) {
            throw new IllegalStateException(ask + " needs an amount");
        }
        return amount;
    }
}
