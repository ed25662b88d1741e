package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Amount;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** What a donor gives each time, in the older words of front ends and in the newer ones of audits, which count first. */
@JsonNaming(SnakeCaseStrategy.class)
record Pledge(
        @Amount @Nullable BigDecimal gross,
        @Amount @Nullable BigDecimal originalGross,
        @Amount @Nullable BigDecimal originalTotalAmount,
        @Trimmed @Nullable String currency,
        @Trimmed @Nullable String originalCurrency) {

    /** To be asked by those messages that are nothing without an amount. */
    Money money() {
        BigDecimal amount = firstOf(originalTotalAmount, firstOf(originalGross, gross));
        String code = firstOf(originalCurrency, currency);
        if (amount == null || code == null) {
            throw new InvalidMessage((amount == null ? "gross" : "currency") + " is missing");
        }
        var money = new Money(amount, code);
        if (!money.isPositive()) {
            throw new InvalidMessage("gross is not positive");
        }
        return money;
    }

    private static <T> @Nullable T firstOf(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
