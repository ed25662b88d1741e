package org.almoner.gateway.ingenico;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Map;
import org.almoner.gateway.GatewayFailure;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.money.Money;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * What Ingenico answers: a payment, a refund, a token, or a payment inside of what was made of it or where it was begun.
 *
 * @param createdPaymentOutput of a hosted checkout
 */
record IngenicoAnswer(
        @Trimmed @Nullable String id,
        @Trimmed @Nullable String status,
        @Trimmed @Nullable String token,
        @Nullable Output paymentOutput,
        @Nullable IngenicoAnswer payment,
        @Nullable Created createdPaymentOutput) {

    /** What a donor has done at a hosted checkout. */
    record Created(@Nullable IngenicoAnswer payment, @Trimmed @Nullable String tokens) {}

    /** How much it was, and what its risk was found to be. */
    record Output(@Nullable Amount amountOfMoney, @Nullable Card cardPaymentMethodSpecificOutput) {}

    /** In the smallest coin. */
    record Amount(@WholeNumber Long amount, @Trimmed String currencyCode) {}

    /** By what card. */
    record Card(@Trimmed @Nullable String token, @Nullable Fraud fraudResults) {}

    /** What the card's bank said of the code and of the address. */
    record Fraud(@Trimmed @Nullable String avsResult, @Trimmed @Nullable String cvvResult) {}

    /** The payment, wherever in the answer it is. */
    IngenicoAnswer paymentIn() {
        if (createdPaymentOutput != null) {
            return createdPaymentOutput.payment() == null ? this : createdPaymentOutput.payment();
        }
        return payment == null ? this : payment;
    }

    String mustHaveStatus() {
        if (status == null) {
            throw new GatewayFailure("an answer without a status");
        }
        return status;
    }

    PaymentStatus asStatus(IngenicoRisk risk) {
        var amount = paymentOutput == null ? null : paymentOutput.amountOfMoney();
        var card = paymentOutput == null ? null : paymentOutput.cardPaymentMethodSpecificOutput();
        return new PaymentStatus(
                state(),
                mustHaveStatus(),
                createdPaymentOutput == null ? id : null,
                card == null ? null : card.token(),
                null,
                amount == null ? null : amountOf(amount),
                amount == null ? null : amount.currencyCode(),
                card == null || card.fraudResults() == null ? Map.of() : risk.scores(card.fraudResults()),
                JsonNodeFactory.instance.objectNode());
    }

    private static BigDecimal amountOf(Amount amount) {
        return Money.ofMinorUnits(amount.amount(), amount.currencyCode()).amount();
    }

    private State state() {
        return switch (mustHaveStatus()) {
            case "CAPTURE_REQUESTED", "CAPTURED", "PAID" -> State.COMPLETE;
            case "PENDING_APPROVAL", "PENDING_COMPLETION", "PENDING_CAPTURE", "PENDING_FRAUD_APPROVAL" ->
                State.PENDING_POKE;
            case "CREATED", "REDIRECTED", "IN_PROGRESS", "PENDING_PAYMENT", "AUTHORIZATION_REQUESTED" -> State.PENDING;
            case "CANCELLED", "CANCELLED_BY_CONSUMER" -> State.CANCELLED;
            case "REFUND_REQUESTED", "REFUNDED", "REVERSED", "CHARGEBACKED" -> State.REFUNDED;
            default -> State.FAILED; // rejected
        };
    }
}
