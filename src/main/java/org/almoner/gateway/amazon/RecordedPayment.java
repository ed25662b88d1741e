package org.almoner.gateway.amazon;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.almoner.wire.Amount;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.almoner.wire.UnixTime;
import org.jspecify.annotations.Nullable;

/**
 * A payment that Amazon Pay has captured, or has not authorised in time.
 *
 * @param orderReferenceId by which it knows who paid
 */
@JsonNaming(SnakeCaseStrategy.class)
record RecordedPayment(
        @UnixTime @Nullable Instant date,
        @Amount BigDecimal gross,
        @Text(3) String currency,
        @Text String gatewayTxnId,
        @Text String orderId,
        @Text @Nullable String orderReferenceId) {

    private static final int REFERENCE = "P01-1234567-1234567".length();
    private static final Pattern OURS = Pattern.compile("[0-9]+[-.][0-9]+");

    RecordedPayment {
        Required.value("gross", gross);
        Required.text("currency", currency);
        Required.text("gateway_txn_id", gatewayTxnId);
        Required.text("order_id", orderId);
    }

    static boolean isOurs(String orderId) {
        return OURS.matcher(orderId).matches();
    }

    static String trackingId(String orderId) {
        return orderId.split("[-.]", 2)[0];
    }

    /** What a charge's or a refund's id begins with. */
    static String reference(String id) {
        return id.substring(0, Math.min(REFERENCE, id.length()));
    }

    String reference() {
        return orderReferenceId == null || orderReferenceId.isEmpty() ? reference(gatewayTxnId) : orderReferenceId;
    }
}
