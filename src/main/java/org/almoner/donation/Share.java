package org.almoner.donation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.almoner.wire.Amount;
import org.jspecify.annotations.Nullable;

/** The share of one of the two who gave together: a person and their employer. */
record Share(
        @JsonProperty("total_amount") @Amount @Nullable BigDecimal total,
        @JsonProperty("fee_amount") @Amount @Nullable BigDecimal fee,
        @JsonProperty("net_amount") @Amount @Nullable BigDecimal net) {

    boolean isGiven() {
        return total != null && total.signum() != 0;
    }
}
