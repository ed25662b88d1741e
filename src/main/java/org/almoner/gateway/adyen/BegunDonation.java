package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Flag;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/** What decides whether a pending payment is a donation now that it is captured. */
@JsonNaming(SnakeCaseStrategy.class)
record BegunDonation(
        @Flag @Nullable Boolean recurring,
        @Text @Nullable String paymentSubmethod,
        @Text @Nullable String recurringPaymentToken) {

    /** With iDEAL the contract is told of later, below the direct debits that follow. */
    boolean waitsForContract() {
        return isRecurring() && "rtbt_ideal".equals(paymentSubmethod);
    }

    boolean lacksToken() {
        return isRecurring() && (recurringPaymentToken == null || recurringPaymentToken.isEmpty());
    }

    private boolean isRecurring() {
        return Boolean.TRUE.equals(recurring);
    }
}
