package org.almoner.refund;

import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.donation.Contribution;
import org.almoner.money.ExchangeRates;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Sees to it that the books are right when a refund is not of the amount that was given. */
@Component
class Differences {

    private final ExchangeRates rates;
    private final Refunds refunds;
    private final Alerts alerts;
    private final RefundSettings settings;

    Differences(ExchangeRates rates, Refunds refunds, Alerts alerts, RefundSettings settings) {
        this.rates = rates;
        this.refunds = refunds;
        this.alerts = alerts;
        this.settings = settings;
    }

    /** @throws InvalidMessage if the two cannot be compared */
    void settle(Contribution original, Refund refund) {
        Money given = given(original, refund.taken().currency());
        Money excess = refund.taken().minus(given);
        if (excess.isPositive() || (!excess.isZero() && refund.what() == RefundType.REFUND)) {
            Money missing = excess.negated();
            refunds.add(Correction.adjustment(original, refund, missing, rates.toUsd(missing, refund.date())));
        }
        if (excess.amount().compareTo(given.amount().multiply(settings.alertAbove())) > 0) {
            alerts.raise(new Alert("large refund difference", about(original, refund, excess)));
        }
    }

    /** Gateways refund in the donor's currency or in dollars; between two others, nobody knows the rate that was used. */
    private Money given(Contribution original, String currency) {
        if (original.original().currency().equals(currency)) {
            return original.original();
        }
        if (currency.equals(Money.REPORTING_CURRENCY)) {
            return rates.toUsd(original.original(), original.receivedAt());
        }
        throw new InvalidMessage("a refund in %s of a donation in %s"
                .formatted(currency, original.original().currency()));
    }

    private static String about(Contribution original, Refund refund, Money excess) {
        return "contribution=%d gateway=%s refund=%s excess=%s %s"
                .formatted(
                        original.id(),
                        refund.payment().gateway(),
                        refund.idOr(original),
                        excess.amount(),
                        excess.currency());
    }
}
