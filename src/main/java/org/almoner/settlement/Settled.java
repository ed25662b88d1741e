package org.almoner.settlement;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.almoner.money.Money;
import org.almoner.queue.Keyed;
import org.almoner.wire.Amount;
import org.almoner.wire.AnyTime;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * A gateway has paid a donation out to us, or has taken it back, as it stands in its report.
 *
 * @param settledTotalAmount negative when it was taken back
 * @param settledFeeAmount negative, as the gateway keeps it
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Settled(
        @WholeNumber Long contributionId,
        @AnyTime Instant settledDate,
        @Trimmed String settledCurrency,
        @Trimmed @Nullable String settlementBatchReference,
        @Amount BigDecimal settledTotalAmount,
        @Amount @Nullable BigDecimal settledFeeAmount)
        implements Keyed {

    public Settled {
        Required.id("contribution_id", contributionId);
        Required.value("settled_date", settledDate);
        Required.text("settled_currency", settledCurrency);
        Required.value("settled_total_amount", settledTotalAmount);
        settledTotalAmount = new Money(settledTotalAmount, settledCurrency).amount();
        settledFeeAmount = settledFeeAmount == null ? null : new Money(settledFeeAmount, settledCurrency).amount();
    }

    boolean isReversal() {
        return settledTotalAmount.signum() < 0;
    }

    boolean isInReportingCurrency() {
        return settledCurrency.equals(Money.REPORTING_CURRENCY);
    }

    Money total() {
        return new Money(settledTotalAmount, settledCurrency);
    }

    /** What the gateway kept, as a number above 0. */
    Optional<Money> fee() {
        return Optional.ofNullable(settledFeeAmount).map(fee -> new Money(fee.negate(), settledCurrency));
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }
}
