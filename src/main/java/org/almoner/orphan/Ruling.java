package org.almoner.orphan;

import org.almoner.gateway.RiskRule;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with an orphan, and why.
 *
 * @param scores known and new ones, where its risk was looked at
 * @param risk what its risk alone would have it be; nothing where that was not looked at
 */
record Ruling(Decision decision, String reason, RiskScores scores, RiskRule.@Nullable Action risk) {

    static Ruling of(Decision decision, String reason) {
        return new Ruling(decision, reason, RiskScores.NONE, null);
    }

    /** In the words of {@code validation_action}. */
    @Nullable
    String validationAction() {
        return risk == null ? null : risk.word();
    }
}
