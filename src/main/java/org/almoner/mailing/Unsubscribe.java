package org.almoner.mailing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;

/** Somebody who got a mail for a contribution wants no more mail, at the address it went to or any other of theirs. */
public record Unsubscribe(@Trimmed String email, @JsonProperty("contribution-id") @WholeNumber Long contributionId)
        implements Personal {

    public Unsubscribe {
        Required.text("email", email);
        Required.id("contribution-id", contributionId);
    }

    @Override
    public String toString() {
        return masked();
    }
}
