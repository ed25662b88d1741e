package org.almoner.pending;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.almoner.wire.UnixTime;
import org.jspecify.annotations.Nullable;

/**
 * A payment whose donor has gone to the gateway. Only what it is found by; the donor stays in the message as received.
 *
 * @param gatewayTxnId empty when the front end says that the gateway has not named it yet
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PendingPayment(
        @UnixTime Instant date,
        @Text String gateway,
        @Text @Nullable String gatewayAccount,
        @Text @Nullable String orderId,
        @Text @Nullable String gatewayTxnId,
        @Text(16) @Nullable String paymentMethod)
        implements Keyed {

    private static final String SEPARATOR = "\u001f"; // is part of no gateway's ids

    public PendingPayment {
        Required.value("date", date);
        Required.text("gateway", gateway);
        if (isEmpty(orderId) && isEmpty(gatewayTxnId)) {
            throw new InvalidMessage("order_id and gateway_txn_id are both missing");
        }
    }

    /** One payment may be pending again at a later date, with the same ids. */
    @Override
    public String key() {
        return String.join(SEPARATOR, gateway, orderId, gatewayTxnId, Long.toString(date.getEpochSecond()));
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
