package org.almoner.donation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.almoner.money.Money;

/** What a donation is worth in the currency of the reports: what was settled in it, else what the rate makes of it. */
record ReportedAmounts(Money gross, Money fee, Money net) {

    /** @param converted what an amount was worth when it was given */
    static ReportedAmounts of(GivenAmounts given, Settlement settlement, UnaryOperator<Money> converted) {
        Optional<Money> settled = settlement.gross();
        Money gross = settled.orElseGet(() -> converted.apply(given.original()));
        Optional<Money> net = settlement
                .net()
                .or(() -> settled.isPresent()
                        ? Optional.empty()
                        : given.givenNet().map(converted));
        Money fee = settlement
                .fee()
                .or(() -> given.givenFee().map(converted))
                .or(() -> net.map(gross::minus))
                .orElse(gross.with(BigDecimal.ZERO));
        return new ReportedAmounts(gross, fee, net.orElseGet(() -> gross.minus(fee)));
    }

    boolean arePositive() {
        return gross.isPositive() && net.isPositive();
    }
}
