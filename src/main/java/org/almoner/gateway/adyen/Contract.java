package org.almoner.gateway.adyen;

import java.util.Set;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/** What a donor agreed to be charged by again. */
record Contract(
        @Text String gatewayTxnId,
        @Text String merchantReference,
        @Text String recurringPaymentToken,
        @Text @Nullable String processorContactId,
        @Text @Nullable String paymentMethod) {

    /** Of these the contract comes last, after the money: it is what makes them a donation. */
    private static final Set<String> COMPLETED_BY_IT = Set.of("ideal", "sepadirectdebit");

    Contract {
        Required.text("gatewayTxnId", gatewayTxnId);
        Required.text("merchantReference", merchantReference);
        Required.text("recurringPaymentToken", recurringPaymentToken);
    }

    boolean completesDonation() {
        return paymentMethod != null && COMPLETED_BY_IT.contains(paymentMethod);
    }
}
