package org.almoner.gateway.adyen;

import java.math.BigDecimal;
import org.almoner.money.Money;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Amount;
import org.almoner.wire.Flag;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/**
 * An authorisation that may be captured.
 *
 * @param amount a hundredth of the minor units, whatever the currency
 */
record CaptureRequest(
        @Text @Nullable String account,
        @Amount BigDecimal amount,
        @Text @Nullable String avsResult,
        @Text String currency,
        @Text @Nullable String cvvResult,
        @Flag @Nullable Boolean isSuccessfulAutoRescue,
        @Text String merchantReference,
        @Text @Nullable String paymentMethod,
        @Flag @Nullable Boolean processAutoRescueCapture,
        @Text String pspReference,
        @Text @Nullable String retryRescueReference) {

    CaptureRequest {
        Required.value("amount", amount);
        Required.text("currency", currency);
        Required.text("merchantReference", merchantReference);
        Required.text("pspReference", pspReference);
        if (!MinorUnits.ofJob(amount, currency).isPositive()) {
            throw new InvalidMessage("amount is not positive");
        }
        if (Boolean.TRUE.equals(isSuccessfulAutoRescue)) {
            Required.text("retryRescueReference", retryRescueReference);
        }
    }

    Money money() {
        return MinorUnits.ofJob(amount, currency);
    }

    boolean isRescued() {
        return Boolean.TRUE.equals(isSuccessfulAutoRescue);
    }

    boolean isRescueToBeCaptured() {
        return Boolean.TRUE.equals(processAutoRescueCapture);
    }

    /** Of these, donors try more than one with an order, and only the first is pending. */
    boolean mayBeASecondTry() {
        return ("amex".equals(paymentMethod) || "discover".equals(paymentMethod)) && sequence() > 1;
    }

    String trackingId() {
        return merchantReference.split("\\.", 2)[0];
    }

    private int sequence() {
        String[] parts = merchantReference.split("\\.", 2);
        return parts.length > 1 && parts[1].matches("[0-9]{1,9}") ? Integer.parseInt(parts[1]) : 1;
    }
}
