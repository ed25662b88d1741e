package org.almoner.mailing;

import java.time.Clock;
import org.almoner.contact.Contacts;
import org.almoner.contact.Emails;
import org.almoner.contact.Occasion;
import org.springframework.stereotype.Component;

/** Opts in the contact that is proven to ask, else all whose mail goes to that address, else somebody new. */
@Component
class OptInHandler {

    private final Contacts contacts;
    private final Emails emails;
    private final OptIns optIns;
    private final Clock clock;

    OptInHandler(Contacts contacts, Emails emails, OptIns optIns, Clock clock) {
        this.contacts = contacts;
        this.emails = emails;
        this.optIns = optIns;
        this.clock = clock;
    }

    public void handle(OptIn wish) {
        if (contacts.isProven(wish.person())) {
            keep(wish);
        } else if (!emails.primaryHolders(wish.email()).isEmpty()) {
            optIns.addHolders(wish);
        } else if (wish.person().name().lastName() != null || !emails.isKnown(wish.email())) {
            keep(wish);
        }
    }

    private void keep(OptIn wish) {
        var kept = contacts.keep(wish.person(), Occasion.withoutGift("opt-in", clock.instant()));
        optIns.addOrigin(kept.contactId(), wish);
    }
}
