package org.almoner.mailing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.almoner.contact.Consent;
import org.almoner.contact.Donor;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Tidy;
import org.jspecify.annotations.Nullable;

/** Somebody wants to get mail from us, whether they gave or not. */
public record OptIn(
        @JsonUnwrapped Donor person,
        @JsonProperty("utm_campaign") @Tidy(128) @Nullable String campaign,
        @JsonProperty("utm_source") @Tidy(128) @Nullable String source,
        @JsonProperty("utm_medium") @Tidy(128) @Nullable String medium)
        implements Personal {

    public OptIn {
        Required.email("email", person.reach().email());
        person = person.withConsent(Consent.OPTED_IN);
    }

    String email() {
        return String.valueOf(person.reach().email());
    }

    @Override
    public String toString() {
        return masked();
    }
}
