package org.almoner.gateway.ingenico;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** Which payment a job is about; the rest of its payload is the donation. */
@JsonNaming(SnakeCaseStrategy.class)
record IngenicoPayment(@Trimmed @Nullable String orderId, @Trimmed String gatewayTxnId) {

    IngenicoPayment {
        Required.text("gateway_txn_id", gatewayTxnId);
    }

    String order() {
        Required.text("order_id", orderId);
        return String.valueOf(orderId);
    }
}
