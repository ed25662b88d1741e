package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Personal;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** By what a gateway lets us charge the donor again. */
@JsonNaming(SnakeCaseStrategy.class)
public record Mandate(
        @Trimmed @Nullable String recurringPaymentToken,
        @Trimmed @Nullable String userIp,
        @Trimmed @Nullable String processorContactId,
        @Trimmed @Nullable String initialSchemeTransactionId,
        @Trimmed @Nullable String paymentServiceId)
        implements Personal {

    public boolean hasToken() {
        return recurringPaymentToken != null;
    }

    /** Who holds the token can charge the donor. */
    @Override
    public String toString() {
        return masked();
    }
}
