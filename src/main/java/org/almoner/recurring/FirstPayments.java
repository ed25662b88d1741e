package org.almoner.recurring;

import java.time.Clock;
import org.almoner.contact.Contacts;
import org.springframework.stereotype.Component;

/** Begins recurring gifts whose first payment is all that we are told of them. */
@Component
class FirstPayments {

    private final Subscriptions subscriptions;
    private final Contacts contacts;
    private final Clock clock;

    FirstPayments(Subscriptions subscriptions, Contacts contacts, Clock clock) {
        this.subscriptions = subscriptions;
        this.contacts = contacts;
        this.clock = clock;
    }

    Subscription begin(Agreement agreement) {
        long contactId =
                contacts.keep(agreement.donor(), agreement.occasion(clock)).contactId();
        long id = subscriptions.start(agreement.paid(contactId, clock));
        return subscriptions.byId(id).orElseThrow();
    }
}
