package org.almoner.recurring;

import org.almoner.contact.MailRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes how much a donor gives, and has the donor told. */
@Component
class AmountChangeHandler {

    private final ModifiedGifts gifts;
    private final AmountChanges changes;

    AmountChangeHandler(ModifiedGifts gifts, AmountChanges changes) {
        this.gifts = gifts;
        this.changes = changes;
    }

    public @Nullable MailRequest handle(AmountChange message) {
        var gift = gifts.named(message.gift());
        return changes.change(gift, message.wanted().of(gift), message.circumstances())
                .orElse(null);
    }
}
