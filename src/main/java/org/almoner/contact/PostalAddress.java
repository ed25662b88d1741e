package org.almoner.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Locale;
import java.util.Set;
import org.almoner.wire.Personal;
import org.almoner.wire.Tidy;
import org.jspecify.annotations.Nullable;

/** Where a person lives. What forms and gateways write where nothing was told is absent. */
@JsonNaming(SnakeCaseStrategy.class)
public record PostalAddress(
        @Tidy @Nullable String streetAddress,
        @JsonProperty("supplemental_address_1") @Tidy @Nullable String supplemental1,
        @JsonProperty("supplemental_address_2") @Tidy @Nullable String supplemental2,
        @Tidy @Nullable String city,
        @Tidy @Nullable String stateProvince,
        @Tidy(64) @Nullable String postalCode,
        @Tidy @Nullable String country)
        implements Personal {

    static final PostalAddress NONE = new PostalAddress(null, null, null, null, null, null, null);

    private static final Set<String> NO_STREET = Set.of("n0ne provided");
    private static final Set<String> NO_PLACE = Set.of("0", "city/town", "nocity", "city");

    /** @param country an ISO code, {@code lang_CC} or an English name; no other is kept */
    public PostalAddress {
        streetAddress = unless(NO_STREET, streetAddress);
        city = unless(NO_PLACE, city);
        postalCode = unless(NO_PLACE, postalCode);
        postalCode = postalCode == null
                ? null
                : postalCode.replaceAll("[^A-Za-z0-9\\s-]", "").strip();
        postalCode = postalCode == null || postalCode.isEmpty() ? null : postalCode;
        country = Country.code(country);
    }

    /** Of an address in no country nobody knows where it is. */
    boolean isSomewhere() {
        return country != null;
    }

    /** A street does; less only where nothing is known. */
    boolean replaces(PostalAddress known) {
        return isSomewhere() && !equals(known) && (streetAddress != null || !known.isSomewhere());
    }

    /** Shorter ones are too common. */
    boolean findsAPerson() {
        return isLonger(streetAddress, 5) && isLonger(city, 2) && isLonger(postalCode, 2);
    }

    private static boolean isLonger(@Nullable String text, int shortest) {
        return text != null && text.length() >= shortest;
    }

    private static @Nullable String unless(Set<String> nothing, @Nullable String text) {
        return text == null || nothing.contains(text.toLowerCase(Locale.ROOT)) ? null : text;
    }

    @Override
    public String toString() {
        return masked();
    }
}
