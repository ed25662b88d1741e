package org.almoner.donation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.almoner.money.Money;
import org.almoner.wire.Amount;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** What the gateway has paid out to us for a payment; its fee is negative, as it stands in the gateway's books. */
@JsonNaming(SnakeCaseStrategy.class)
record Settlement(
        @Trimmed @Nullable String settledCurrency,
        @Amount @Nullable BigDecimal settledTotalAmount,
        @Amount @Nullable BigDecimal settledFeeAmount,
        @Amount @Nullable BigDecimal settledNetAmount,
        @AnyTime @Nullable Instant settledDate,
        @Trimmed @Nullable String settlementBatchReference) {

    /** Nothing is known of a settlement before its date. */
    boolean isSettled() {
        return settledDate != null;
    }

    /** The same payout, the amounts of one of two who gave together. */
    Settlement of(Share share) {
        return new Settlement(
                settledCurrency, share.total(), share.fee(), share.net(), settledDate, settlementBatchReference);
    }

    Optional<Money> gross() {
        return reported(settledTotalAmount);
    }

    Optional<Money> fee() {
        return reported(settledFeeAmount).map(Money::negated);
    }

    Optional<Money> net() {
        return reported(settledNetAmount);
    }

    /** Money that arrived in the currency of the reports needs no rate; other money says nothing of its worth. */
    private Optional<Money> reported(@Nullable BigDecimal amount) {
        return Optional.ofNullable(amount)
                .filter(known -> Money.REPORTING_CURRENCY.equals(settledCurrency))
                .map(Money::usd);
    }
}
