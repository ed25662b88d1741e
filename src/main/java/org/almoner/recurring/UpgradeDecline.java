package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.almoner.wire.Required;

/** A donor was asked to give more and declined. */
record UpgradeDecline(@JsonUnwrapped ModifiedGift gift, @JsonUnwrapped Circumstances circumstances)
        implements Modification {

    UpgradeDecline {
        Required.id("contact_id", gift.contactId());
    }

    @Override
    public String key() {
        return String.join("\u001f", "decline", gift.key(), circumstances.key());
    }
}
