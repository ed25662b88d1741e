package org.almoner.gateway.ingenico;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.almoner.gateway.ingenico.IngenicoAnswer.Fraud;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many points of risk each answer of the card's bank is worth, by the letter that it answers with.
 *
 * @param cvv by whether the code on the card was right
 * @param avs by how much of the address was
 */
record IngenicoRisk(@DefaultValue Map<String, BigDecimal> cvv, @DefaultValue Map<String, BigDecimal> avs) {

    Map<String, BigDecimal> scores(Fraud found) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        add(scores, "cvv", cvv, found.cvvResult());
        add(scores, "avs", avs, found.avsResult());
        return scores;
    }

    private static void add(
            Map<String, BigDecimal> scores, String filter, Map<String, BigDecimal> worth, @Nullable String letter) {
        var score = letter == null ? null : worth.get(letter);
        if (score != null) {
            scores.put(filter, score);
        }
    }
}
