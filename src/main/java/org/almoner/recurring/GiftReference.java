package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Flag;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * How a message names the recurring gift that it is about.
 *
 * @param rescueReference of a payment that had failed and that the gateway tried, or tries, to save
 */
@JsonNaming(SnakeCaseStrategy.class)
record GiftReference(
        @Trimmed String gateway,
        @Trimmed @Nullable String subscrId,
        @WholeNumber @Nullable Long contributionRecurId,
        @Trimmed @Nullable String recurringPaymentToken,
        @Flag @Nullable Boolean isAutorescue,
        @Flag @Nullable Boolean isSuccessfulAutorescue,
        @Trimmed @Nullable String rescueReference,
        @Trimmed @Nullable String gatewayTxnId)
        implements Personal {

    /** What makes two references the same. */
    private record Names(
            String gateway,
            @Nullable String subscrId,
            @Nullable Long contributionRecurId,
            @Nullable String recurringPaymentToken,
            @Nullable String rescueReference) {}

    private static final int AMAZON_SUBSCRIPTION = 19; // the payments of one agreement begin with the same characters

    GiftReference {
        Required.text("gateway", gateway);
        if (subscrId == null && gateway.equals("amazon") && gatewayTxnId != null) {
            subscrId = gatewayTxnId.substring(0, Math.min(AMAZON_SUBSCRIPTION, gatewayTxnId.length()));
        }
        contributionRecurId = contributionRecurId == null || contributionRecurId == 0 ? null : contributionRecurId;
        if (subscrId == null
                && contributionRecurId == null
                && recurringPaymentToken == null
                && rescueReference == null) {
            throw new InvalidMessage("subscr_id, contribution_recur_id and recurring_payment_token are all missing");
        }
    }

    boolean isRescue() {
        return Boolean.TRUE.equals(isAutorescue) || Boolean.TRUE.equals(isSuccessfulAutorescue);
    }

    /** Ids and rescue references are of our own making or began with us: who names one had it from us. */
    boolean isUnknownForEver() {
        return isRescue() || contributionRecurId != null;
    }

    /** PayPal calls a recurring payments profile so; the ids of older subscriptions have another form. */
    boolean isPayPalProfile() {
        return SubscriptionPayments.proveThatTheGiftGoesOn(gateway) && subscrId != null && subscrId.startsWith("I-");
    }

    String key() {
        return ContentKey.of(new Names(gateway, subscrId, contributionRecurId, recurringPaymentToken, rescueReference));
    }

    /** Who holds the token can charge the donor. */
    @Override
    public String toString() {
        return masked();
    }
}
