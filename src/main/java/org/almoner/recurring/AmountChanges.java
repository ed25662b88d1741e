package org.almoner.recurring;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.almoner.contact.MailRequest;
import org.almoner.money.ExchangeRates;
import org.almoner.money.Money;
import org.springframework.stereotype.Component;

/** Gives recurring gifts another amount, and says by how much that is more or less. */
@Component
class AmountChanges {

    private final SubscriptionTerms terms;
    private final ModificationNotes notes;
    private final ExchangeRates rates;
    private final Clock clock;

    AmountChanges(SubscriptionTerms terms, ModificationNotes notes, ExchangeRates rates, Clock clock) {
        this.terms = terms;
        this.notes = notes;
        this.rates = rates;
        this.clock = clock;
    }

    /** @return nothing where nothing changes */
    Optional<MailRequest> change(Subscription gift, Money amount, Circumstances circumstances) {
        Money difference = amount.minus(gift.amount());
        if (difference.isZero()) {
            return Optional.empty();
        }
        terms.change(gift.id(), amount);
        String type = difference.isPositive() ? "Recurring Upgrade" : "Recurring Downgrade";
        notes.add(gift, type, subject(difference), circumstances, details(gift, gift.amount(), amount));
        return Optional.of(
                difference.isPositive()
                        ? ModificationNotes.mail("recurring_upgrade_message", gift, "recurring_upgrade")
                        : ModificationNotes.mail("donor_portal_recurring", gift, "recurring_downgrade"));
    }

    /** @param before for as long a time as the new amount */
    Map<String, Object> details(Subscription gift, Money before, Money after) {
        Money difference = after.minus(before);
        String change = difference.isPositive() ? "added" : "removed";
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("unit", gift.schedule().unit().words());
        details.put("native_currency", before.currency());
        details.put("native_original_amount", before.amount());
        details.put("usd_original_amount", usd(before));
        details.put("native_amount_" + change, difference.abs().amount());
        details.put("usd_amount_" + change, usd(difference.abs()));
        return details;
    }

    private BigDecimal usd(Money money) {
        return rates.toUsd(money, clock.instant()).amount();
    }

    private static String subject(Money difference) {
        return "%s %s %s"
                .formatted(
                        difference.isPositive() ? "Added" : "Took away",
                        difference.abs().amount().toPlainString(),
                        difference.currency());
    }
}
