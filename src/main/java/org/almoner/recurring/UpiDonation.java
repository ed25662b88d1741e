package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * A payment from an Indian wallet, by which a recurring gift begins or goes on; or the news that the donor has taken the
 * permission back in the wallet.
 */
@JsonNaming(SnakeCaseStrategy.class)
record UpiDonation(
        @JsonUnwrapped Agreement agreement,
        @Trimmed @Nullable String gatewayStatus,
        @Trimmed @Nullable String gatewayStatusCode)
        implements Keyed {

    private static final String WALLET_DISABLED = "322";

    UpiDonation {
        Required.text("gateway_txn_id", agreement.gift().gatewayTxnId());
        if ("REJECTED".equals(gatewayStatus) && !WALLET_DISABLED.equals(gatewayStatusCode)) {
            throw new InvalidMessage("the payment was rejected, but not because the donor wants no more of them");
        }
    }

    boolean isRejected() {
        return "REJECTED".equals(gatewayStatus);
    }

    boolean isPaid() {
        return "PAID".equals(gatewayStatus);
    }

    @Override
    public String key() {
        return String.join(
                "\u001f",
                agreement.gateway(),
                String.valueOf(agreement.gift().gatewayTxnId()),
                String.valueOf(gatewayStatus));
    }
}
