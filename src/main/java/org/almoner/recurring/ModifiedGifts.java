package org.almoner.recurring;

import java.util.Optional;
import org.almoner.contact.Contacts;
import org.almoner.contact.Proofs;
import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The recurring gifts that may be changed by whoever says so: nobody changes the gift of somebody else. */
@Component
class ModifiedGifts {

    private final Subscriptions subscriptions;
    private final Contacts contacts;
    private final Proofs proofs;

    ModifiedGifts(Subscriptions subscriptions, Contacts contacts, Proofs proofs) {
        this.subscriptions = subscriptions;
        this.contacts = contacts;
        this.proofs = proofs;
    }

    Subscription named(ModifiedGift modified) {
        var gift =
                find(modified).orElseThrow(() -> new InvalidMessage("the recurring gift that is meant does not exist"));
        if (modified.contactId() != null && !isOf(gift, modified.contactId())) {
            throw new InvalidMessage(
                    "recurring gift %d is not of contact %d".formatted(gift.id(), modified.contactId()));
        }
        if (modified.checksum() != null && !isProven(modified.checksum(), modified.contactId(), gift)) {
            throw new InvalidMessage("checksum does not prove that the donor of recurring gift %d wants the change"
                    .formatted(gift.id()));
        }
        return gift;
    }

    private Optional<Subscription> find(ModifiedGift modified) {
        if (modified.contributionRecurId() != null) {
            return subscriptions.byId(modified.contributionRecurId());
        }
        return modified.gateway() == null || modified.subscrId() == null
                ? Optional.empty()
                : subscriptions.bySubscrId(modified.gateway(), modified.subscrId());
    }

    /** The donor may have become one with another contact since the link was made. */
    private boolean isOf(Subscription gift, long contactId) {
        return gift.contactId() == contactId || contacts.living(contactId).equals(contacts.living(gift.contactId()));
    }

    /** Of any age: whether a link has expired was asked when the donor followed it. */
    private boolean isProven(String checksum, @Nullable Long contactId, Subscription gift) {
        return proofs.wasProven(contactId == null ? gift.contactId() : contactId, checksum);
    }
}
