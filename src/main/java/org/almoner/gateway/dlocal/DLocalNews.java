package org.almoner.gateway.dlocal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import org.almoner.wire.Amount;
import org.almoner.wire.AnyTime;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * What dLocal says of a payment, a refund or a chargeback, which are told apart by their statuses.
 *
 * @param id of whichever it is
 * @param paymentId what money went back of
 */
@JsonNaming(SnakeCaseStrategy.class)
record DLocalNews(
        @Trimmed String id,
        @Trimmed String status,
        @Trimmed @Nullable String statusCode,
        @Trimmed(1024) @Nullable String statusDetail,
        @Amount @Nullable BigDecimal amount,
        @Trimmed @Nullable String currency,
        @Trimmed @Nullable String country,
        @Trimmed @Nullable String orderId,
        @Trimmed @Nullable String paymentId,
        @Trimmed @Nullable String paymentMethodId,
        @Trimmed @Nullable String paymentMethodType,
        @AnyTime @Nullable Instant createdDate,
        @Nullable DLocalPayer payer,
        @Nullable Card card,
        @Nullable Wallet wallet)
        implements Personal {

    /** By what card. */
    record Card(
            @Trimmed @Nullable String token,
            @JsonProperty("card_id") @Trimmed @Nullable String id,
            @Trimmed @Nullable String brand) {}

    /** By what wallet. */
    record Wallet(@Trimmed @Nullable String token) {}

    DLocalNews {
        Required.text("id", id);
        Required.text("status", status);
    }

    /** A card's token can be used again only once it is authorised. */
    @Nullable
    String token() {
        if (wallet != null && wallet.token() != null) {
            return wallet.token();
        }
        if (card == null || !status.equals("AUTHORIZED")) {
            return null;
        }
        return card.token() == null ? card.id() : card.token();
    }

    @Override
    public String toString() {
        return masked();
    }
}
