package org.almoner.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.almoner.wire.Personal;
import org.almoner.wire.Tidy;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * All that a message tells of a person. A message that has more to tell holds it as an unwrapped component.
 *
 * @param externalIdentifier how a wallet or gateway names the person
 * @param legalIdentifier the number by which tax offices know the person
 */
public record Donor(
        @JsonUnwrapped PersonName name,
        @JsonUnwrapped PostalAddress address,
        @JsonUnwrapped Reach reach,
        @JsonUnwrapped Consent consent,
        @JsonUnwrapped ClaimedContact claimed,
        @Tidy(16) @Nullable String language,
        @JsonProperty("fiscal_number") @Tidy(32) @Nullable String legalIdentifier,
        @Tidy @Nullable String employer,
        @JsonProperty("employer_id") @WholeNumber @Nullable Long employerId,
        @JsonProperty("external_identifier") @Tidy(64) @Nullable String externalIdentifier)
        implements Personal {

    public Donor {
        language = Language.code(language);
    }

    /** Of which nothing else is told. */
    public static Donor organization(@Nullable String name) {
        return new Donor(
                PersonName.ofOrganization(name),
                PostalAddress.NONE,
                Reach.NONE,
                Consent.NONE,
                ClaimedContact.NONE,
                null,
                null,
                null,
                null,
                null);
    }

    /** Somebody of whom nothing else is known. */
    public static Donor optedIn(String email) {
        return new Donor(
                PersonName.NONE,
                PostalAddress.NONE,
                Reach.byEmail(email),
                Consent.OPTED_IN,
                ClaimedContact.NONE,
                null,
                null,
                null,
                null,
                null);
    }

    public Donor withConsent(Consent other) {
        return new Donor(
                name,
                address,
                reach,
                other,
                claimed,
                language,
                legalIdentifier,
                employer,
                employerId,
                externalIdentifier);
    }

    @Override
    public String toString() {
        return masked();
    }
}
