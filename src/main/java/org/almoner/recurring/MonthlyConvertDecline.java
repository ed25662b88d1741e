package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** After a single gift a donor was asked to give every month and declined: the token that was made for it is to go. */
@JsonNaming(SnakeCaseStrategy.class)
record MonthlyConvertDecline(
        @JsonUnwrapped GiftReference gift, @Trimmed @Nullable String paymentMethod, @Trimmed @Nullable String orderId)
        implements RecurringMessage {

    @Override
    public String key() {
        return String.join("\u001f", "decline", gift.key(), String.valueOf(orderId));
    }
}
