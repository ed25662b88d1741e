package org.almoner.settlement;

import org.almoner.donation.Contribution;
import org.almoner.donation.Contributions;
import org.almoner.money.ExchangeRates;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Writes beside a donation what arrived of it; what arrived in dollars is from then on what it was worth. */
@Component
class SettledHandler {

    private final Contributions contributions;
    private final Settlements settlements;
    private final ExchangeRates rates;

    SettledHandler(Contributions contributions, Settlements settlements, ExchangeRates rates) {
        this.contributions = contributions;
        this.settlements = settlements;
        this.rates = rates;
    }

    public void handle(Settled settled) {
        var donation = contributions
                .byId(settled.contributionId())
                .orElseThrow(() -> new InvalidMessage("there is no contribution " + settled.contributionId()));
        if (settled.isReversal()) {
            settlements.reverse(settled);
        } else {
            settlements.settle(settled);
            correct(donation, settled);
        }
    }

    private void correct(Contribution donation, Settled settled) {
        if (settled.isInReportingCurrency()) {
            settlements.correct(donation.id(), settled.total(), settled.fee().orElse(donation.fee()));
        } else if (donation.fee().isZero()) {
            settled.fee()
                    .map(fee -> rates.toUsd(fee, settled.settledDate()))
                    .ifPresent(fee -> settlements.correct(donation.id(), donation.gross(), fee));
        }
    }
}
