package org.almoner.donation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.almoner.contact.Donor;
import org.almoner.queue.Keyed;
import org.almoner.recurring.Mandate;
import org.almoner.wire.Personal;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * A donation as it is told. What is required may still be missing: it may be completed from what its pending payment said.
 *
 * @param completionMessageId is there when it is to be completed
 * @param countryOfForm the country that the form was made for, which need not be the donor's
 */
record Donation(
        @JsonUnwrapped Payment payment,
        @JsonUnwrapped PaidBy paidBy,
        @JsonUnwrapped GivenAmounts amounts,
        @JsonUnwrapped Settlement settlement,
        @JsonUnwrapped RecurringGift recurringGift,
        @JsonUnwrapped Mandate mandate,
        @JsonUnwrapped GiftDetails gift,
        @JsonUnwrapped OfflineGift offline,
        @JsonUnwrapped Donor donor,
        @JsonUnwrapped Sender sender,
        @JsonProperty("completion_message_id") @Trimmed @Nullable String completionMessageId,
        @JsonProperty("url_country") @Trimmed @Nullable String countryOfForm,
        @JsonProperty("financial_type_id") @Trimmed @Nullable String financialType,
        @JsonProperty("contribution_status_id") @Trimmed @Nullable String status)
        implements Keyed, Personal {

    boolean isSparse() {
        return completionMessageId != null;
    }

    /** How the gateway calls the recurring gift: PayPal behind Gravy has no name for one but the token. */
    @Nullable
    String subscrId() {
        boolean isByToken = mandate.hasToken() && "gravy".equals(payment.gateway()) && paidBy.isByPaypal();
        return isByToken ? mandate.recurringPaymentToken() : recurringGift.subscrId();
    }

    /** It is told by whoever opened the envelope, or by a fund. */
    boolean isOffline() {
        return offline.isFromFundOrMatched() || "chariot".equals(payment.gateway());
    }

    /** What one of two gave who gave together: once, whatever else the message says. */
    Donation part(Payment itsPayment, Donor itsDonor, Share original, Share settled) {
        return new Donation(
                itsPayment,
                paidBy,
                amounts.of(original),
                settlement.of(settled),
                RecurringGift.NONE,
                mandate,
                gift,
                offline,
                itsDonor,
                sender,
                completionMessageId,
                countryOfForm,
                financialType,
                status);
    }

    @Override
    public String key() {
        return payment.key();
    }

    @Override
    public String toString() {
        return masked();
    }
}
