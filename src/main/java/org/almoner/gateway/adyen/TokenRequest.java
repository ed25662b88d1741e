package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/** By what Adyen knows a recurring donation, and the donor whose payment details it keeps. */
@JsonNaming(SnakeCaseStrategy.class)
record TokenRequest(
        @Text @Nullable String gatewayAccount,
        @Text String gatewayTxnId,
        @Text @Nullable String orderId,
        @Text String processorContactId) {

    TokenRequest {
        Required.text("gateway_txn_id", gatewayTxnId);
        Required.text("processor_contact_id", processorContactId);
    }
}
