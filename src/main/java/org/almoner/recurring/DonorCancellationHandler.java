package org.almoner.recurring;

import java.time.Clock;
import java.util.Map;
import org.almoner.contact.MailRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a recurring gift because its donor wants it so, and has the donor told. */
@Component
class DonorCancellationHandler {

    private final ModifiedGifts gifts;
    private final SubscriptionEnds ends;
    private final ModificationNotes notes;
    private final Clock clock;

    DonorCancellationHandler(ModifiedGifts gifts, SubscriptionEnds ends, ModificationNotes notes, Clock clock) {
        this.gifts = gifts;
        this.ends = ends;
        this.notes = notes;
        this.clock = clock;
    }

    public @Nullable MailRequest handle(DonorCancellation message) {
        var gift = gifts.named(message.gift());
        var at = message.circumstances().at(clock);
        if (gift.status().isOver()) {
            ends.endAgain(gift.id(), at);
            return null;
        }
        ends.end(gift.id(), Status.CANCELLED, at, message.reason());
        notes.add(gift, "Cancel Recurring Contribution", message.reason(), message.circumstances(), Map.of());
        return ModificationNotes.mail("donor_portal_recurring", gift, "recurring_cancel");
    }
}
