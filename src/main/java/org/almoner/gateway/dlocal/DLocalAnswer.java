package org.almoner.gateway.dlocal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.almoner.gateway.PaymentStatus;
import org.almoner.gateway.PaymentStatus.State;
import org.almoner.wire.Amount;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** A payment, a capture or a refund as dLocal answers it. */
@JsonNaming(SnakeCaseStrategy.class)
record DLocalAnswer(
        @Trimmed String id,
        @Trimmed String status,
        @Amount @Nullable BigDecimal amount,
        @Trimmed @Nullable String currency,
        @Nullable DLocalPayer payer,
        @Nullable Card card,
        @Nullable Wallet wallet)
        implements Personal {

    /** By what card. */
    record Card(@JsonProperty("card_id") @Trimmed @Nullable String id) {}

    /** By what wallet. */
    record Wallet(@Trimmed @Nullable String token) {}

    DLocalAnswer {
        Required.text("id", id);
        Required.text("status", status);
    }

    boolean is(String other) {
        return status.equals(other);
    }

    @Nullable
    String token() {
        if (wallet != null && wallet.token() != null) {
            return wallet.token();
        }
        return card == null ? null : card.id();
    }

    PaymentStatus status(ObjectNode donor) {
        if (payer != null) {
            donor.put("full_name", payer.name()).put("email", payer.email());
        }
        return new PaymentStatus(state(), status, id, token(), null, amount, currency, Map.of(), donor);
    }

    private State state() {
        return switch (status) {
            case "PAID" -> State.COMPLETE;
            case "AUTHORIZED" -> State.PENDING_POKE;
            case "PENDING" -> State.PENDING;
            case "CANCELLED" -> State.CANCELLED;
            case "REFUNDED" -> State.REFUNDED;
            default -> State.FAILED; // rejected or expired
        };
    }

    @Override
    public String toString() {
        return masked();
    }
}
