package org.almoner.orphan;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.Set;
import org.almoner.gateway.PaymentReference;
import org.almoner.money.Money;
import org.almoner.wire.Amount;
import org.almoner.wire.Flag;
import org.almoner.wire.Personal;
import org.almoner.wire.Text;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** What the front end said of a payment before the donor went to the gateway. */
@JsonNaming(SnakeCaseStrategy.class)
record BegunPayment(
        @Text String gateway,
        @Text @Nullable String gatewayAccount,
        @Text @Nullable String orderId,
        @WholeNumber @Nullable Long contributionTrackingId,
        @Text @Nullable String gatewayTxnId,
        @Text @Nullable String gatewaySessionId,
        @Text(16) @Nullable String paymentMethod,
        @Amount @Nullable BigDecimal gross,
        @Text(3) @Nullable String currency,
        @Text @Nullable String email,
        @Text @Nullable String firstName,
        @Text @Nullable String lastName,
        @Flag @Nullable Boolean recurring)
        implements Personal {

    private static final Set<String> OF_PAYPAL = Set.of("paypal", "paypal_ec");

    /** All that a gateway may call it by; {@code false}, as text, is what an older front end says of an unknown id. */
    PaymentReference reference() {
        return new PaymentReference(told(orderId), txnId(), told(gatewaySessionId));
    }

    @Nullable
    String txnId() {
        return "false".equals(gatewayTxnId) ? null : told(gatewayTxnId);
    }

    /** The account's name, unless it is the gateway's only one. */
    @Nullable
    String account() {
        return "default".equals(gatewayAccount) ? null : told(gatewayAccount);
    }

    /** @throws org.almoner.queue.InvalidMessage when the currency is none */
    Money amount() {
        if (gross == null || currency == null) {
            throw new IllegalStateException("a payment without an amount is unresolvable");
        }
        return new Money(gross, currency);
    }

    boolean hasAmount() {
        return gross != null && gross.signum() > 0 && told(currency) != null;
    }

    boolean isPayPals() {
        return OF_PAYPAL.contains(gateway);
    }

    boolean isRecurring() {
        return Boolean.TRUE.equals(recurring);
    }

    boolean isByCard() {
        return "cc".equals(paymentMethod);
    }

    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
        return masked();
    }
}
