package org.almoner.contact;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Personal;
import org.almoner.wire.Tidy;
import org.jspecify.annotations.Nullable;

/** How a person or an organization is called. */
@JsonNaming(SnakeCaseStrategy.class)
public record PersonName(
        @Tidy(64) @Nullable String firstName,
        @Tidy(64) @Nullable String middleName,
        @Tidy(64) @Nullable String lastName,
        @Tidy(128) @Nullable String fullName,
        @Tidy(128) @Nullable String partnerFullName,
        @Tidy(64) @Nullable String prefix,
        @Tidy(64) @Nullable String suffix,
        @Tidy(128) @Nullable String organizationName,
        @Tidy(64) @Nullable String firstNamePhonetic,
        @Tidy(64) @Nullable String lastNamePhonetic)
        implements Personal {

    public static final PersonName NONE = new PersonName(null, null, null, null, null, null, null, null, null, null);

    /** A whole name is taken apart only where its parts are not told. */
    public PersonName {
        if (firstName == null && lastName == null && fullName != null) {
            var parts = FullName.of(fullName);
            prefix = prefix == null ? parts.prefix() : prefix;
            firstName = parts.first();
            middleName = middleName == null ? parts.middle() : middleName;
            lastName = parts.last();
            suffix = suffix == null ? parts.suffix() : suffix;
        } else {
            fullName = null;
        }
    }

    static PersonName ofOrganization(@Nullable String name) {
        return new PersonName(null, null, null, null, null, null, null, name, null, null);
    }

    /** There is nobody who gave in its name. */
    boolean isOrganization() {
        return organizationName != null && firstName == null && lastName == null;
    }

    /** With one of them alone, too many people share a name. */
    public boolean isWhole() {
        return firstName != null && lastName != null;
    }

    @Override
    public String toString() {
        return masked();
    }
}
