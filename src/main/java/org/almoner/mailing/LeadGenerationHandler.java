package org.almoner.mailing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.almoner.contact.Activities;
import org.almoner.contact.Activity;
import org.almoner.contact.Contacts;
import org.almoner.contact.Donor;
import org.almoner.contact.Emails;
import org.almoner.contact.Occasion;
import org.springframework.stereotype.Component;

/** Opts in all whose mail goes to the address, or somebody new, and notes that they signed up. */
@Component
class LeadGenerationHandler {

    private final Contacts contacts;
    private final Emails emails;
    private final OptIns optIns;
    private final Activities activities;
    private final Clock clock;

    LeadGenerationHandler(Contacts contacts, Emails emails, OptIns optIns, Activities activities, Clock clock) {
        this.contacts = contacts;
        this.emails = emails;
        this.optIns = optIns;
        this.activities = activities;
        this.clock = clock;
    }

    public void handle(LeadGeneration lead) {
        Instant signedUpAt = Objects.requireNonNullElseGet(lead.sourceEnqueuedTime(), clock::instant);
        for (long contactId : optedIn(lead, signedUpAt)) {
            activities.add(new Activity(
                    contactId, "Lead Generation Signup", "Signed up by " + lead.leadgenSource(), null, signedUpAt));
        }
    }

    private List<Long> optedIn(LeadGeneration lead, Instant signedUpAt) {
        List<Long> holders = emails.primaryHolders(lead.email());
        if (holders.isEmpty()) {
            var occasion = Occasion.withoutGift("Leadgen: " + lead.leadgenSource(), signedUpAt);
            return List.of(contacts.keep(Donor.optedIn(lead.email()), occasion).contactId());
        }
        optIns.addHolders(lead.email());
        return holders;
    }
}
