package org.almoner.recurring;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.almoner.contact.MailRequest;
import org.springframework.stereotype.Component;

/** Lets a donor skip some time, and has the donor told. */
@Component
class PauseHandler {

    private final ModifiedGifts gifts;
    private final SubscriptionTerms terms;
    private final ModificationNotes notes;
    private final Clock clock;

    PauseHandler(ModifiedGifts gifts, SubscriptionTerms terms, ModificationNotes notes, Clock clock) {
        this.gifts = gifts;
        this.terms = terms;
        this.notes = notes;
        this.clock = clock;
    }

    public MailRequest handle(Pause pause) {
        var gift = gifts.named(pause.gift());
        Instant due = gift.nextScheduledAt() == null ? pause.circumstances().at(clock) : gift.nextScheduledAt();
        terms.postpone(gift.id(), pause.after(due));
        notes.add(
                gift,
                "Recurring Paused",
                "Paused for " + pause.duration(),
                pause.circumstances(),
                Map.of("duration", pause.duration()));
        return ModificationNotes.mail("donor_portal_recurring", gift, "recurring_paused");
    }
}
