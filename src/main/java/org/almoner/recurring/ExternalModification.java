package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import org.almoner.contact.Donor;
import org.almoner.contact.Occasion;

/** A platform that keeps the gift for us tells how it is now, and where its donor lives. */
record ExternalModification(
        @JsonUnwrapped ModifiedGift gift,
        @JsonUnwrapped NewAmount wanted,
        @JsonUnwrapped Donor donor,
        @JsonUnwrapped Circumstances circumstances)
        implements Modification {

    Occasion occasion(Clock clock) {
        return new Occasion("recurring gift", circumstances.at(clock), gift.gateway(), null, false, null);
    }

    @Override
    public String key() {
        return String.join("\u001f", "external", gift.key(), wanted.key(), circumstances.key());
    }
}
