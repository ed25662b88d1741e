package org.almoner.gateway.adyen;

import java.math.BigDecimal;
import java.time.Instant;
import org.almoner.money.Money;
import org.almoner.wire.Amount;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/**
 * A payment that Adyen says was captured.
 *
 * @param amount a hundredth of the minor units, whatever the currency
 */
record CapturedPayment(
        @Text String currency,
        @Amount BigDecimal amount,
        @Text String gatewayTxnId,
        @Text String merchantReference,
        @AnyTime @Nullable Instant eventDate) {

    CapturedPayment {
        Required.text("currency", currency);
        Required.value("amount", amount);
        Required.text("gatewayTxnId", gatewayTxnId);
        Required.text("merchantReference", merchantReference);
        MinorUnits.ofJob(amount, currency);
    }

    Money money() {
        return MinorUnits.ofJob(amount, currency);
    }
}
