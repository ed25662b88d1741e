package org.almoner.mailing;

import java.time.Clock;
import org.almoner.contact.Activities;
import org.almoner.contact.Activity;
import org.almoner.contact.Emails;
import org.springframework.stereotype.Component;

/** Sends a contact's mail to the address that was verified. */
@Component
class VerifiedEmailHandler {

    private final Subscribers subscribers;
    private final Emails emails;
    private final Activities activities;
    private final MailingSettings settings;
    private final Clock clock;

    VerifiedEmailHandler(
            Subscribers subscribers, Emails emails, Activities activities, MailingSettings settings, Clock clock) {
        this.subscribers = subscribers;
        this.emails = emails;
        this.activities = activities;
        this.settings = settings;
        this.clock = clock;
    }

    public void handle(VerifiedEmail verified) {
        Subscriber known = subscribers.provenBy(verified.contactId(), verified.checksum());
        if (!known.isReachedBy(verified.email())) {
            makePrimary(verified.email(), known);
            note(known, "Verify Email And Set As Primary", "Verified an address: mail goes there from now on");
            if (known.country() != null && settings.doubleOptInCountries().contains(known.country())) {
                note(known, "Double Opt-In", "Confirmed by the link in a mail");
            }
        }
    }

    /** One that was chosen this way before gives way; any other stays, for nobody took it back. */
    private void makePrimary(String email, Subscriber known) {
        if (known.email() != null && EmailPreferencesHandler.LOCATION_TYPE.equals(known.emailType())) {
            emails.remove(known.contactId(), known.email());
        }
        emails.makePrimary(known.contactId(), email, EmailPreferencesHandler.LOCATION_TYPE);
    }

    private void note(Subscriber known, String type, String subject) {
        activities.add(new Activity(known.contactId(), type, subject, null, clock.instant()));
    }
}
