package org.almoner.donation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.almoner.money.Money;
import org.almoner.wire.Amount;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * What was given, in the donor's currency, in the older words of front ends and the newer ones of audits. Where a message
 * holds both, the older ones may have been converted already: the newer ones count.
 */
@JsonNaming(SnakeCaseStrategy.class)
record GivenAmounts(
        @Trimmed @Nullable String currency,
        @Amount @Nullable BigDecimal gross,
        @Amount @Nullable BigDecimal fee,
        @Amount @Nullable BigDecimal net,
        @Trimmed @Nullable String originalCurrency,
        @Amount @Nullable BigDecimal originalTotalAmount,
        @Amount @Nullable BigDecimal originalGross,
        @Amount @Nullable BigDecimal originalFeeAmount,
        @Amount @Nullable BigDecimal originalNetAmount) {

    @Nullable
    String donorsCurrency() {
        return originalCurrency == null ? currency : originalCurrency;
    }

    @Nullable
    BigDecimal donorsGross() {
        return Stream.of(originalTotalAmount, originalGross, gross)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** To be asked when both the amount and its currency are known to be there. */
    Money original() {
        return new Money(requireNonNull(donorsGross()), requireNonNull(donorsCurrency()));
    }

    Optional<Money> givenFee() {
        return money(originalFeeAmount, donorsCurrency()).or(() -> money(fee, currency));
    }

    Optional<Money> givenNet() {
        return money(originalNetAmount, donorsCurrency()).or(() -> money(net, currency));
    }

    /** Null where it was given in another currency than the donor's, or not at all. */
    @Nullable
    BigDecimal donorsFee() {
        return in(donorsCurrency(), givenFee());
    }

    @Nullable
    BigDecimal donorsNet() {
        return in(donorsCurrency(), givenNet());
    }

    /** The same currency, the amounts of one of two who gave together. */
    GivenAmounts of(Share share) {
        return new GivenAmounts(
                currency, null, null, null, originalCurrency, share.total(), null, share.fee(), share.net());
    }

    private static @Nullable BigDecimal in(@Nullable String currency, Optional<Money> money) {
        return money.filter(known -> known.currency().equals(currency))
                .map(Money::amount)
                .orElse(null);
    }

    private Optional<Money> money(@Nullable BigDecimal amount, @Nullable String in) {
        String known = in == null ? donorsCurrency() : in;
        return amount == null || known == null ? Optional.empty() : Optional.of(new Money(amount, known));
    }
}
