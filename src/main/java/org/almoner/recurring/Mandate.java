package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/** By what a gateway lets us charge the donor again. */
@JsonNaming(SnakeCaseStrategy.class)
public record Mandate(
        @Text @Nullable String recurringPaymentToken,
        @Text @Nullable String userIp,
        @Text @Nullable String processorContactId,
        @Text @Nullable String initialSchemeTransactionId,
        @Text @Nullable String paymentServiceId) {

    public Mandate {
        recurringPaymentToken = orNull(recurringPaymentToken);
        userIp = orNull(userIp);
        processorContactId = orNull(processorContactId);
        initialSchemeTransactionId = orNull(initialSchemeTransactionId);
        paymentServiceId = orNull(paymentServiceId);
    }

    public boolean hasToken() {
        return recurringPaymentToken != null;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
