package org.almoner.recurring;

import java.math.BigDecimal;
import org.almoner.contact.MailRequest;
import org.almoner.money.Money;
import org.springframework.stereotype.Component;

/** Makes a recurring gift one that is given once a year, and has the donor told. */
@Component
class AnnualConversionHandler {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final ModifiedGifts gifts;
    private final SubscriptionTerms terms;
    private final AmountChanges changes;
    private final ModificationNotes notes;

    AnnualConversionHandler(
            ModifiedGifts gifts, SubscriptionTerms terms, AmountChanges changes, ModificationNotes notes) {
        this.gifts = gifts;
        this.terms = terms;
        this.changes = changes;
        this.notes = notes;
    }

    public MailRequest handle(AnnualConversion message) {
        var gift = gifts.named(message.gift());
        Money amount = message.wanted().of(gift);
        terms.changeToYearly(gift.id(), amount, message.nextScheduledAt());
        notes.add(
                gift,
                "Recurring Annual Conversion",
                "Gives once a year",
                message.circumstances(),
                changes.details(gift, inAYear(gift), amount));
        return ModificationNotes.mail("donor_portal_recurring", gift, "recurring_annual_conversion");
    }

    private static Money inAYear(Subscription gift) {
        return gift.schedule().unit() == FrequencyUnit.YEAR
                ? gift.amount()
                : gift.amount().with(gift.amount().amount().multiply(MONTHS));
    }
}
