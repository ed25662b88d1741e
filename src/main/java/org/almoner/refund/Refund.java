package org.almoner.refund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.almoner.donation.Contribution;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Amount;
import org.almoner.wire.AnyTime;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Cut;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** Money of a donation went back to the donor: we refunded it, the bank took it, or it never arrived. */
@JsonNaming(SnakeCaseStrategy.class)
public record Refund(
        @JsonUnwrapped OriginalPayment payment,
        @Trimmed String type,
        @Amount BigDecimal gross,
        @Trimmed String grossCurrency,
        @Trimmed @Nullable String originalCurrency,
        @AnyTime Instant date,
        @Trimmed @Nullable String gatewayRefundId,
        @Trimmed @Nullable String backendProcessorReversalId,
        @Trimmed @Nullable String paymentOrchestratorReversalId,
        @Cut(1024) @Nullable String reason,
        @JsonUnwrapped SettledRefund settled)
        implements Keyed {

    public Refund {
        Required.value("gross", gross);
        Required.text("gross_currency", grossCurrency);
        Required.value("date", date);
        Required.text("type", type);
        RefundType.of(type);
        if (new Money(gross, currency(grossCurrency, originalCurrency)).isZero()) {
            throw new InvalidMessage("gross is 0");
        }
    }

    RefundType what() {
        return RefundType.of(type);
    }

    /** Producers disagree about the sign. */
    Money taken() {
        return new Money(gross, currency(grossCurrency, originalCurrency)).abs();
    }

    /** Whether this was done to a donation beside what was done to it before, and is not the same told again. */
    boolean isNewsAfter(Contribution original) {
        return isAnotherReversalThan(original) || what().isNewsAfter(original.status());
    }

    /** By the names of the processor behind the gateway, if both are known. */
    boolean isAnotherReversalThan(Contribution original) {
        return backendProcessorReversalId != null
                && original.backendProcessorReversalId() != null
                && !backendProcessorReversalId.equals(original.backendProcessorReversalId());
    }

    /** What the gateway calls this, or else what it was done to. */
    String idOr(Contribution original) {
        return Stream.of(gatewayRefundId, payment.gatewayParentId(), original.gatewayTxnId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> String.valueOf(original.id()));
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }

    private static String currency(String grossCurrency, @Nullable String originalCurrency) {
        return originalCurrency == null ? grossCurrency : originalCurrency;
    }
}
