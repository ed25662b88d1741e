package org.almoner.donation;

import org.almoner.contact.Activities;
import org.almoner.contact.Activity;
import org.almoner.contact.Contacts;
import org.almoner.contact.Kept;
import org.springframework.stereotype.Component;

/** Keeps what a donation tells of its donor. */
@Component
class Givers {

    private final Contacts contacts;
    private final Activities activities;

    Givers(Contacts contacts, Activities activities) {
        this.contacts = contacts;
        this.activities = activities;
    }

    /** @return the donor's contact id; of a recurring gift, whoever began it */
    long keep(Gift gift) {
        Kept kept = gift.recurrence().known() == null
                ? contacts.keep(gift.told().donor(), gift.occasion())
                : contacts.keepKnown(
                        gift.recurrence().known().contactId(), gift.told().donor(), gift.occasion());
        if (kept.referralId() != null && kept.referralId() != kept.contactId()) {
            activities.add(new Activity(
                    kept.referralId(),
                    "Contact referral",
                    "Referred contact " + kept.contactId(),
                    null,
                    gift.receivedAt()));
        }
        return kept.contactId();
    }
}
