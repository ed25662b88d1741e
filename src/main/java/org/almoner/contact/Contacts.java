package org.almoner.contact;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** All people whom we know. Whoever is told of again is found again, or is one contact more. */
@Repository
public class Contacts {

    private final Matches matches;
    private final Proofs proofs;
    private final ContactRows rows;
    private final ContactPoints points;

    Contacts(Matches matches, Proofs proofs, ContactRows rows, ContactPoints points) {
        this.matches = matches;
        this.proofs = proofs;
        this.rows = rows;
        this.points = points;
    }

    /**
     * Finds the contact that is meant and adds what is new of it, or adds a new one. What the message does not tell stays
     * as it is.
     */
    public Kept keep(Donor donor, Occasion occasion) {
        Optional<Known> claimed = Optional.ofNullable(donor.claimed().id()).flatMap(matches::byId);
        Optional<Known> proven = claimed.filter(known -> isProven(donor, known));
        Long referral = proven.isPresent() ? null : claimed.map(Known::id).orElse(null);
        Optional<Known> found = proven.or(() -> matches.of(donor, occasion));
        if (found.isEmpty()) {
            return new Kept(add(donor, occasion), true, referral);
        }
        update(found.get(), donor, occasion, proven.isPresent());
        return new Kept(found.get().id(), false, referral);
    }

    /** Of whoever is known otherwise, such as the donor of a recurring gift: adds what is new, whatever else is told. */
    public Kept keepKnown(long contactId, Donor donor, Occasion occasion) {
        Known known = matches.byId(contactId)
                .orElseThrow(() -> new IllegalArgumentException("contact %d is unknown".formatted(contactId)));
        update(known, donor, occasion, false);
        return new Kept(known.id(), false, null);
    }

    public void setLegalIdentifier(long contactId, String legalIdentifier) {
        rows.setLegalIdentifier(contactId, legalIdentifier);
    }

    /** Whether a message is from the contact that it names. */
    public boolean isProven(Donor donor) {
        return Optional.ofNullable(donor.claimed().id())
                .flatMap(matches::byId)
                .filter(known -> isProven(donor, known))
                .isPresent();
    }

    /** The contact of this id, or the one that it was merged into. */
    public Optional<Long> living(long contactId) {
        return matches.byId(contactId).map(Known::id);
    }

    private boolean isProven(Donor donor, Known known) {
        var claimed = donor.claimed();
        long id = Objects.requireNonNull(claimed.id());
        return proofs.isProven(id, claimed.checksum())
                || (claimed.contactHash() != null
                        && known.isReachedBy(donor.reach().email())
                        && proofs.isHash(id, claimed.contactHash()));
    }

    private long add(Donor donor, Occasion occasion) {
        long id = rows.add(Profile.told(donor, donor.name(), occasion), occasion.source());
        takeLanguageOfVisit(id, donor, occasion);
        points.add(id, donor, occasion);
        return id;
    }

    private void update(Known known, Donor donor, Occasion occasion, boolean isProven) {
        boolean isNameBetter =
                (isProven && !occasion.hasUnsureName()) || !known.profile().hasName();
        var told = Profile.told(donor, isNameBetter ? donor.name() : PersonName.NONE, occasion);
        if (told.tellsNewsAfter(known.profile())) {
            rows.update(known.id(), told);
        }
        takeLanguageOfVisit(known.id(), donor, occasion);
        points.update(known, donor, occasion, isProven);
    }

    private void takeLanguageOfVisit(long contactId, Donor donor, Occasion occasion) {
        if (donor.language() == null && occasion.contributionTrackingId() != null) {
            rows.takeLanguageOfVisit(contactId, occasion.contributionTrackingId());
        }
    }
}
