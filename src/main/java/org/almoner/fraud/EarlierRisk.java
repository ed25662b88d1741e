package org.almoner.fraud;

import java.math.BigDecimal;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/** How risky a payment looked to those who were asked before, and what they knew of it. */
public record EarlierRisk(long contributionTrackingId, String paymentMethod, @Nullable String userIp, BigDecimal score)
        implements Personal {

    @Override
    public String toString() {
        return masked();
    }
}
