package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.almoner.fraud.EarlierRisk;
import org.almoner.wire.Amount;
import org.almoner.wire.Personal;
import org.almoner.wire.Text;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** What we know of a payment when its gateway tells of it: from its front end, or from who looked at its risk before. */
@JsonNaming(SnakeCaseStrategy.class)
record BegunPayment(
        @WholeNumber @Nullable Long contributionTrackingId,
        @Text @Nullable String paymentMethod,
        @Text @Nullable String userIp,
        @Amount @Nullable BigDecimal riskScore)
        implements Personal {

    static BegunPayment of(EarlierRisk risk) {
        return new BegunPayment(risk.contributionTrackingId(), risk.paymentMethod(), risk.userIp(), risk.score());
    }

    /** Front ends do not say it in what is pending, but where they look at risks. */
    BegunPayment withRisk(@Nullable EarlierRisk risk) {
        return riskScore != null || risk == null
                ? this
                : new BegunPayment(contributionTrackingId, paymentMethod, userIp, risk.score());
    }

    BigDecimal risk() {
        return riskScore == null ? BigDecimal.ZERO : riskScore;
    }

    @Override
    public String toString() {
        return masked();
    }
}
