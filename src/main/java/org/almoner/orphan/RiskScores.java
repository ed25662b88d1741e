package org.almoner.orphan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How risky a payment looks, by filter.
 *
 * @param news whether some of them have not been told to anybody yet
 */
record RiskScores(Map<String, BigDecimal> byFilter, boolean news) {

    static final RiskScores NONE = known(Map.of());

    private static final String CVV = "getCVVResult";
    private static final String MINFRAUD = "minfraud_filter";

    /** How the jobs call what gateways tell. */
    private static final Map<String, String> FILTERS = Map.of("cvv", CVV, "avs", "getAVSResult");

    static RiskScores known(Map<String, BigDecimal> byFilter) {
        return new RiskScores(Collections.unmodifiableMap(new LinkedHashMap<>(byFilter)), false);
    }

    /** With those of the gateway that are not there already. */
    RiskScores and(Map<String, BigDecimal> ofGateway) {
        var all = new LinkedHashMap<>(byFilter);
        FILTERS.forEach((told, filter) -> {
            if (ofGateway.containsKey(told)) {
                all.putIfAbsent(filter, ofGateway.get(told));
            }
        });
        return new RiskScores(Collections.unmodifiableMap(all), all.size() > byFilter.size());
    }

    BigDecimal sum() {
        return byFilter.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean tellOfCvv() {
        return byFilter.containsKey(CVV);
    }

    BigDecimal minfraud() {
        return byFilter.getOrDefault(MINFRAUD, BigDecimal.ZERO);
    }
}
