package org.almoner.gateway.dlocal;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** What a job of dLocal's is about; the rest of its payload goes on as it is. */
@JsonNaming(SnakeCaseStrategy.class)
record DLocalPayment(
        @Trimmed String orderId,
        @Trimmed String gatewayTxnId,
        @Trimmed @Nullable String gatewayStatus,
        @Trimmed @Nullable String gatewayStatusCode,
        @Trimmed @Nullable String dlocalPaymentMethod,
        @Trimmed @Nullable String recurringPaymentToken)
        implements Personal {

    /** India's recurring wallet payments: their recurring gift is to be found, or begun, first. */
    private static final String RECURRING_WALLET = "IR";

    private static final String WALLET_DISABLED = "322";

    DLocalPayment {
        Required.text("order_id", orderId);
        Required.text("gateway_txn_id", gatewayTxnId);
    }

    boolean isOfAWallet() {
        return RECURRING_WALLET.equals(dlocalPaymentMethod);
    }

    /** The donor allows no more payments. */
    boolean endsItsGift() {
        return "REJECTED".equals(gatewayStatus) && WALLET_DISABLED.equals(gatewayStatusCode);
    }

    @Override
    public String toString() {
        return masked();
    }
}
