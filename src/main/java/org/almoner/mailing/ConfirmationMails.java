package org.almoner.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.almoner.contact.Checksum;
import org.almoner.contact.MailRequest;
import org.almoner.contact.Proofs;
import org.springframework.stereotype.Component;

/** The mails by which a contact has to confirm a choice: their link ends on the queue {@code verify-email}. */
@Component
class ConfirmationMails {

    private final Proofs proofs;
    private final MailingSettings settings;

    ConfirmationMails(Proofs proofs, MailingSettings settings) {
        this.proofs = proofs;
        this.settings = settings;
    }

    List<MailRequest> dueAfter(EmailPreferences told, Subscriber known) {
        var due = new ArrayList<MailRequest>();
        if (!known.isReachedBy(told.email())) {
            due.add(mail("verify_email", told, known));
        } else if (mustOptInTwice(told, known)) {
            due.add(mail("double_opt_in", told, known));
        }
        return due;
    }

    private boolean mustOptInTwice(EmailPreferences told, Subscriber known) {
        String country = told.country() == null ? known.country() : told.country();
        return Boolean.TRUE.equals(told.sendEmail())
                && known.answersAnew(true)
                && !known.hasConfirmed()
                && country != null
                && settings.doubleOptInCountries().contains(country);
    }

    private MailRequest mail(String template, EmailPreferences told, Subscriber known) {
        String checksum = proofs.checksum(known.contactId(), Checksum.FOREVER)
                .orElseThrow()
                .text();
        return new MailRequest(template, known.contactId(), Map.of("email", told.email(), "checksum", checksum));
    }
}
