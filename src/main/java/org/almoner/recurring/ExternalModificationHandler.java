package org.almoner.recurring;

import java.time.Clock;
import org.almoner.contact.Contacts;
import org.springframework.stereotype.Component;

/** Takes over what a platform knows of a recurring gift and its donor; whom it concerns the platform has told already. */
@Component
class ExternalModificationHandler {

    private final ModifiedGifts gifts;
    private final Contacts contacts;
    private final AmountChanges changes;
    private final Clock clock;

    ExternalModificationHandler(ModifiedGifts gifts, Contacts contacts, AmountChanges changes, Clock clock) {
        this.gifts = gifts;
        this.contacts = contacts;
        this.changes = changes;
        this.clock = clock;
    }

    public void handle(ExternalModification message) {
        var gift = gifts.named(message.gift());
        contacts.keepKnown(gift.contactId(), message.donor(), message.occasion(clock));
        changes.change(gift, message.wanted().of(gift), message.circumstances());
    }
}
