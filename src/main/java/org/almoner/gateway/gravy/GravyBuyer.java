package org.almoner.gateway.gravy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.almoner.wire.Personal;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** A donor as Gravy knows them. */
@JsonNaming(SnakeCaseStrategy.class)
record GravyBuyer(@Nullable Details billingDetails) implements Personal {

    /** What the donor entered, or their wallet. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Details(
            @Trimmed @Nullable String firstName,
            @Trimmed @Nullable String lastName,
            @Trimmed @Nullable String emailAddress,
            @Nullable Address address)
            implements Personal {

        @Override
        public String toString() {
            return masked();
        }
    }

    /** Where the donor lives. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Address(
            @Trimmed @Nullable String line1,
            @Trimmed @Nullable String city,
            @Trimmed @Nullable String postalCode,
            @Trimmed @Nullable String state,
            @Trimmed @Nullable String country)
            implements Personal {

        @Override
        public String toString() {
            return masked();
        }
    }

    /** In the words of a donation message. */
    void tell(ObjectNode donor) {
        if (billingDetails == null) {
            return;
        }
        put(donor, "first_name", billingDetails.firstName());
        put(donor, "last_name", billingDetails.lastName());
        put(donor, "email", billingDetails.emailAddress());
        var address = billingDetails.address();
        if (address != null) {
            put(donor, "street_address", address.line1());
            put(donor, "city", address.city());
            put(donor, "postal_code", address.postalCode());
            put(donor, "state_province", address.state());
            put(donor, "country", address.country());
        }
    }

    private static void put(ObjectNode fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
