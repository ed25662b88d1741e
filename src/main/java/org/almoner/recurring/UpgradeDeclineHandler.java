package org.almoner.recurring;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Notes that a donor does not want to give more, so that nobody asks again soon. */
@Component
class UpgradeDeclineHandler {

    private final ModifiedGifts gifts;
    private final ModificationNotes notes;

    UpgradeDeclineHandler(ModifiedGifts gifts, ModificationNotes notes) {
        this.gifts = gifts;
        this.notes = notes;
    }

    public void handle(UpgradeDecline message) {
        notes.add(
                gifts.named(message.gift()),
                "Recurring Upgrade Decline",
                "Declined to give more",
                message.circumstances(),
                Map.of());
    }
}
