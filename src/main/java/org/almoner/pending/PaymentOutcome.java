package org.almoner.pending;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Amount;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.almoner.wire.UnixTime;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the front end says became of a payment. Country, amount, currency, server and date are needed to tell of a
 * payment first, and may be absent when it is told of again.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PaymentOutcome(
        @WholeNumber Long contributionTrackingId,
        @Text String orderId,
        @Text String gateway,
        @Text(16) String validationAction,
        @Text(16) String paymentsFinalStatus,
        @Text @Nullable String gatewayTxnId,
        @Text(16) @Nullable String paymentMethod,
        @Text(32) @Nullable String paymentSubmethod,
        @Text(2) @Nullable String country,
        @Amount @Nullable BigDecimal amount,
        @Text(3) @Nullable String currency,
        @Text(64) @Nullable String server,
        @UnixTime @Nullable Instant date)
        implements Keyed {

    private static final Set<String> UNSUCCESSFUL = Set.of("failed", "cancelled");
    private static final Set<String> MAY_ACCEPT_WHAT_WE_REJECTED = Set.of("adyen", "ingenico");
    private static final Set<String> MAY_TRY_AGAIN = Set.of("adyen", "dlocal");
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(17);

    public PaymentOutcome {
        Required.id("contribution_tracking_id", contributionTrackingId);
        Required.text("order_id", orderId);
        Required.text("gateway", gateway);
        Required.text("validation_action", validationAction);
        Required.text("payments_final_status", paymentsFinalStatus);
        if (amount != null && (amount.signum() < 0 || amount.compareTo(TOO_MUCH) >= 0)) {
            throw new InvalidMessage("amount is not between 0 and 10^17");
        }
    }

    /**
     * The one definition of a failed payment. A review may still end well, and so may a payment that we rejected where
     * the gateway decides.
     */
    boolean isFailed() {
        return UNSUCCESSFUL.contains(paymentsFinalStatus) && !isUndecided();
    }

    /** On some gateways the donor may try again with the same order. */
    boolean resolvesPendingPayment() {
        return isFailed() && !MAY_TRY_AGAIN.contains(gateway);
    }

    private boolean isUndecided() {
        return validationAction.equals("review")
                || (validationAction.equals("reject") && MAY_ACCEPT_WHAT_WE_REJECTED.contains(gateway));
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }
}
