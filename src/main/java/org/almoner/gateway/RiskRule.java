package org.almoner.gateway;

import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * From which score on a payment is too risky: the one rule for jobs, gateways and orphans.
 *
 * @param review from here on somebody looks at it
 * @param reject from here on it is not taken
 */
@ConfigurationProperties("almoner.gateway.risk")
public record RiskRule(BigDecimal review, BigDecimal reject) {

    /** What is to be done with a payment, in the words of {@code validation_action}. */
    public enum Action {
        PROCESS,
        REVIEW,
        REJECT;

        /** As messages say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RiskRule {
        if (review.compareTo(reject) > 0) {
            throw new IllegalArgumentException(
                    "almoner.gateway.risk.review %s is above reject %s".formatted(review, reject));
        }
    }

    public Action actionAt(BigDecimal score) {
        if (score.compareTo(reject) >= 0) {
            return Action.REJECT;
        }
        return score.compareTo(review) >= 0 ? Action.REVIEW : Action.PROCESS;
    }
}
