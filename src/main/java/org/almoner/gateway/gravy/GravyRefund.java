package org.almoner.gateway.gravy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.money.Money;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;

/**
 * A refund as Gravy answers it.
 *
 * @param amount in the smallest coin
 */
@JsonNaming(SnakeCaseStrategy.class)
record GravyRefund(
        @Trimmed String id,
        @Trimmed String status,
        @Trimmed String transactionId,
        @WholeNumber Long amount,
        @Trimmed String currency) {

    GravyRefund {
        Required.text("id", id);
        Required.text("status", status);
        Required.text("transaction_id", transactionId);
        Required.value("amount", amount);
        Required.text("currency", currency);
    }

    boolean isDeclined() {
        return state() == State.FAILED;
    }

    PaymentStatus asStatus() {
        return new PaymentStatus(
                state(),
                status,
                transactionId,
                null,
                null,
                Money.ofMinorUnits(amount, currency).amount(),
                currency,
                Map.of(),
                JsonNodeFactory.instance.objectNode());
    }

    private State state() {
        return switch (status) {
            case "succeeded" -> State.REFUNDED;
            case "processing" -> State.PENDING;
            default -> State.FAILED; // declined, failed or voided
        };
    }
}
