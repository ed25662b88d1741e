package org.almoner.gateway.gravy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many points of risk each answer of the card's bank is worth.
 *
 * @param cvv by whether the code on the card was right
 * @param avs by how much of the address was
 */
record GravyRisk(@DefaultValue Map<Match, BigDecimal> cvv, @DefaultValue Map<Match, BigDecimal> avs) {

    /** In Gravy's words. */
    enum Match {
        MATCH,
        NO_MATCH,
        NOT_PROVIDED,
        UNAVAILABLE,
        PARTIAL_MATCH_ADDRESS,
        PARTIAL_MATCH_POSTCODE,
        PARTIAL_MATCH_NAME
    }

    /** Without a filter whose answer is not known: it says nothing. */
    Map<String, BigDecimal> scores(@Nullable String cvvCode, @Nullable String avsCode) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        add(scores, "cvv", cvv, cvvCode);
        add(scores, "avs", avs, avsCode);
        return scores;
    }

    private static void add(
            Map<String, BigDecimal> scores, String filter, Map<Match, BigDecimal> worth, @Nullable String code) {
        for (Match match : Match.values()) {
            if (match.name().toLowerCase(Locale.ROOT).equals(code) && worth.containsKey(match)) {
                scores.put(filter, worth.get(match));
            }
        }
    }
}
