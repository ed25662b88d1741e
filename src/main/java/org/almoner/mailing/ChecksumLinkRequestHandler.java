package org.almoner.mailing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.almoner.contact.Contacts;
import org.almoner.contact.Emails;
import org.almoner.contact.MailRequest;
import org.almoner.contact.Proofs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for a mail with a link that proves for a week whose it is. It goes to the contact, whoever asked. */
@Component
class ChecksumLinkRequestHandler {

    private static final String A_WEEK = "168";

    private final Contacts contacts;
    private final Emails emails;
    private final Proofs proofs;

    ChecksumLinkRequestHandler(Contacts contacts, Emails emails, Proofs proofs) {
        this.contacts = contacts;
        this.emails = emails;
        this.proofs = proofs;
    }

    /** Nothing for somebody whom we do not know, which nobody outside may find out. */
    public @Nullable MailRequest handle(ChecksumLinkRequest request) {
        return contact(request).map(id -> mail(id, request)).orElse(null);
    }

    private Optional<Long> contact(ChecksumLinkRequest request) {
        return request.contactId() != null
                ? contacts.living(request.contactId())
                : emails.primaryHolders(Objects.requireNonNull(request.email())).stream()
                        .findFirst();
    }

    private MailRequest mail(long contactId, ChecksumLinkRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("page", request.page());
        if (request.subpage() != null) {
            values.put("subpage", request.subpage());
        }
        values.put("checksum", proofs.checksum(contactId, A_WEEK).orElseThrow().text());
        return new MailRequest("new_checksum_link", contactId, values);
    }
}
