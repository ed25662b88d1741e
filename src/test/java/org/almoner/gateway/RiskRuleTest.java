package org.almoner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.almoner.gateway.RiskRule.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskRuleTest {

    @ParameterizedTest
    @CsvSource({
        "-10,    PROCESS",
        "74.99,  PROCESS",
        "75,     REVIEW",
        "75.00,  REVIEW",
        "124.99, REVIEW",
        "125,    REJECT",
        "1000,   REJECT",
    })
    void beginsWhereItSays(BigDecimal score, Action action) {
        var rule = new RiskRule(BigDecimal.valueOf(75), BigDecimal.valueOf(125));

        assertThat(rule.actionAt(score)).isEqualTo(action);
    }

    @Test
    void doesNotRejectWhatItWouldNotEvenReview() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RiskRule(BigDecimal.TEN, BigDecimal.ONE));
    }
}
