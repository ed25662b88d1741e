package org.almoner.attempt;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Amount;
import org.almoner.wire.AnyTime;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Cut;
import org.almoner.wire.Flag;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** Somebody tried to pay an order; or, of type {@code outcome}, how an attempt ended of which we were told before. */
@JsonNaming(SnakeCaseStrategy.class)
public record PaymentAttempt(
        @Trimmed String orderId,
        @Text @Nullable String type,
        @WholeNumber @Nullable Long contributionTrackingId,
        @Cut @Nullable String gateway,
        @Amount @Nullable BigDecimal amount,
        @Cut(3) @Nullable String currency,
        @Cut(2) @Nullable String country,
        @Amount @Nullable BigDecimal riskScore,
        @Cut(1024) @Nullable String userAgent,
        @AnyTime @Nullable Instant date,
        @Flag @Nullable Boolean authDecline,
        @Flag @Nullable Boolean blockedByFilter,
        @Flag @Nullable Boolean fraudFlaggedByProcessor)
        implements Keyed, Personal {

    private static final BigDecimal HIGHEST = new BigDecimal("99999999999999999");

    public PaymentAttempt {
        Required.text("order_id", orderId);
        amount = limited(amount);
        riskScore = limited(riskScore);
        if ("outcome".equals(type)
                && authDecline == null
                && blockedByFilter == null
                && fraudFlaggedByProcessor == null) {
            throw new InvalidMessage("an outcome without auth_decline, blocked_by_filter, fraud_flagged_by_processor");
        }
    }

    private static @Nullable BigDecimal limited(@Nullable BigDecimal number) {
        return number == null ? null : number.min(HIGHEST).max(HIGHEST.negate());
    }

    boolean isOutcome() {
        return "outcome".equals(type);
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }

    @Override
    public String toString() {
        return masked();
    }
}
