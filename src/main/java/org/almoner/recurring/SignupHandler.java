package org.almoner.recurring;

import java.time.Clock;
import java.util.Map;
import org.almoner.contact.Contacts;
import org.almoner.contact.MailRequest;
import org.almoner.queue.DuplicateMessage;
import org.almoner.queue.NotYet;
import org.almoner.recurring.Instalments.SingleGift;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins a recurring gift, and has a donor thanked who decided on it after a single one. */
@Component
class SignupHandler {

    private final Subscriptions subscriptions;
    private final Instalments instalments;
    private final Contacts contacts;
    private final Clock clock;

    SignupHandler(Subscriptions subscriptions, Instalments instalments, Contacts contacts, Clock clock) {
        this.subscriptions = subscriptions;
        this.instalments = instalments;
        this.contacts = contacts;
        this.clock = clock;
    }

    public @Nullable MailRequest handle(Signup signup) {
        var agreement = signup.agreement();
        if (subscriptions.bySubscrId(agreement.gateway(), agreement.subscrId()).isPresent()) {
            throw new DuplicateMessage("the recurring gift has begun before");
        }
        var single = instalments.ofVisit(agreement.contributionTrackingId());
        if (single.isEmpty() && signup.followsASingleGift()) {
            throw new NotYet("the single gift that a recurring one follows has not arrived yet");
        }
        long contactId = single.map(gift -> known(gift, agreement)).orElseGet(() -> contact(agreement));
        String instrument = single.map(SingleGift::paymentInstrument).orElse(null);
        long id = subscriptions.start(agreement.begun(contactId, instrument, clock));
        return signup.followsASingleGift()
                ? new MailRequest("monthly_convert", contactId, Map.of("contribution_recur_id", id))
                : null;
    }

    /** What the donor told with the single gift stands; only a number for tax offices may not have been asked for then. */
    private long known(SingleGift single, Agreement agreement) {
        String legalIdentifier = agreement.donor().legalIdentifier();
        if (legalIdentifier != null) {
            contacts.setLegalIdentifier(single.contactId(), legalIdentifier);
        }
        return single.contactId();
    }

    private long contact(Agreement agreement) {
        return contacts.keep(agreement.donor(), agreement.occasion(clock)).contactId();
    }
}
