package org.almoner.mailing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.almoner.contact.Activities;
import org.almoner.contact.Activity;
import org.almoner.contact.MailRequest;
import org.almoner.contact.PostalAddresses;
import org.springframework.stereotype.Component;

/** Changes what a contact chose, and asks for the mails that confirm it. */
@Component
class EmailPreferencesHandler {

    /** The kind of postal and e-mail addresses that were chosen here. */
    static final String LOCATION_TYPE = "EmailPreference";

    private final Subscribers subscribers;
    private final PostalAddresses addresses;
    private final Activities activities;
    private final ConfirmationMails mails;
    private final Clock clock;

    EmailPreferencesHandler(
            Subscribers subscribers,
            PostalAddresses addresses,
            Activities activities,
            ConfirmationMails mails,
            Clock clock) {
        this.subscribers = subscribers;
        this.addresses = addresses;
        this.activities = activities;
        this.mails = mails;
        this.clock = clock;
    }

    public List<MailRequest> handle(EmailPreferences told) {
        Subscriber known = subscribers.provenBy(told.contactId(), told.checksum());
        var changes = new ArrayList<String>();
        if (answers(told, known)) {
            changes.add("mail or none");
        }
        changes.addAll(profile(told, known));
        if (!known.isReachedBy(told.email())) {
            note(known, "Email change requested", "Asked for mail at another address");
            changes.add("address, when it is verified");
        }
        if (!changes.isEmpty()) {
            note(known, "Email Preference Center", "Changed: " + String.join(", ", changes));
        }
        return mails.dueAfter(told, known);
    }

    private boolean answers(EmailPreferences told, Subscriber known) {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(1);
        boolean isSnoozing = known.isSnoozedPast(tomorrow);
        if (told.sendEmail() == null || !(known.answersAnew(told.sendEmail()) || isSnoozing)) {
            return false;
        }
        subscribers.answer(known.contactId(), told.sendEmail());
        if (isSnoozing) {
            subscribers.snooze(known.contactId(), tomorrow);
        }
        note(known, told.sendEmail() ? "OptIn" : "unsubscribe", "Chose " + (told.sendEmail() ? "mail" : "no mail"));
        return true;
    }

    private List<String> profile(EmailPreferences told, Subscriber known) {
        var changes = new ArrayList<String>();
        if (told.language() != null && !told.language().equals(known.language())) {
            subscribers.speak(known.contactId(), told.language());
            changes.add("language");
        }
        if (told.country() != null && !told.country().equals(known.country())) {
            addresses.makeCountryPrimary(known.contactId(), told.country(), LOCATION_TYPE);
            changes.add("country");
        }
        if (told.snoozeDate() != null && !told.snoozeDate().equals(known.snoozeUntil())) {
            subscribers.snooze(known.contactId(), told.snoozeDate());
            changes.add("snooze");
        }
        return changes;
    }

    private void note(Subscriber known, String type, String subject) {
        activities.add(new Activity(known.contactId(), type, subject, null, clock.instant()));
    }
}
