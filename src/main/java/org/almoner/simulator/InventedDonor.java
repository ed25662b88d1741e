package org.almoner.simulator;

import java.util.Map;

/** Whoever pays here; nobody real. */
final class InventedDonor {
    static final String FIRST_NAME = "Ada";
    static final String LAST_NAME = "Simulated";
    static final String EMAIL = "ada.simulated@example.org";

    private InventedDonor() {}

    static Map<String, Object> atPayPal() {
        return Map.of(
                "payer_id",
                "SIMULATEDPAYER",
                "email_address",
                EMAIL,
                "name",
                Map.of("given_name", FIRST_NAME, "surname", LAST_NAME));
    }

    static Map<String, Object> atAmazon() {
        return Map.of(
                "name", FIRST_NAME + " " + LAST_NAME,
                "addressLine1", "1 Example Street",
                "city", "Springfield",
                "stateOrRegion", "OR",
                "postalCode", "97477",
                "countryCode", "US");
    }

    static Map<String, Object> atGravy() {
        return Map.of(
                "first_name", FIRST_NAME,
                "last_name", LAST_NAME,
                "email_address", EMAIL,
                "address",
                        Map.of(
                                "line1",
                                "1 Example Street",
                                "city",
                                "Springfield",
                                "postal_code",
                                "97477",
                                "country",
                                "US"));
    }

    static Map<String, Object> atDlocal() {
        return Map.of("name", FIRST_NAME + " " + LAST_NAME, "email", EMAIL);
    }
}
