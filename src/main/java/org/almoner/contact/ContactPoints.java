package org.almoner.contact;

import org.springframework.stereotype.Repository;

/** How all people are reached: by e-mail, by letter, by telephone. */
@Repository
class ContactPoints {

    private final Emails emails;
    private final PostalAddresses addresses;
    private final Phones phones;

    ContactPoints(Emails emails, PostalAddresses addresses, Phones phones) {
        this.emails = emails;
        this.addresses = addresses;
        this.phones = phones;
    }

    void add(long contactId, Donor donor, Occasion occasion) {
        if (donor.reach().email() != null) {
            emails.addFirst(contactId, donor.reach().email(), occasion.locationType());
        }
        if (donor.address().isSomewhere()) {
            addresses.addFirst(contactId, donor.address());
        }
        addMore(contactId, donor, occasion);
    }

    void update(Known known, Donor donor, Occasion occasion, boolean isProven) {
        if (donor.reach().email() != null) {
            updateEmail(known, donor.reach().email(), occasion, isProven);
        }
        if (donor.address().replaces(known.address())) {
            addresses.replacePrimary(known.id(), donor.address());
        }
        addMore(known.id(), donor, occasion);
    }

    /** Only who has proven to be the contact may change where its mail goes. */
    private void updateEmail(Known known, String email, Occasion occasion, boolean isProven) {
        if (!known.isReachedBy(email)) {
            if (isProven && occasion.wallet() == null) {
                emails.makePrimary(known.id(), email, occasion.locationType());
            } else {
                emails.addUnlessThere(known.id(), email, occasion.locationType());
            }
        } else if (known.onHoldAt() != null && !occasion.isInstalment()) {
            emails.release(known.id(), email, occasion.at());
        }
    }

    private void addMore(long contactId, Donor donor, Occasion occasion) {
        if (donor.reach().billingEmail() != null) {
            emails.addUnlessThere(contactId, donor.reach().billingEmail(), Emails.OF_BANK_ACCOUNT);
        }
        if (donor.reach().hasTelephone()) {
            phones.keep(contactId, donor.reach(), occasion.phoneSource());
        }
    }
}
