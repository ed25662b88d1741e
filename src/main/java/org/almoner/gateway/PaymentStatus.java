package org.almoner.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says a payment has come to.
 *
 * @param riskScores by filter: {@code cvv}, {@code avs}
 * @param donor fields of a donation message that the gateway knows, such as {@code first_name}; they fill what is blank
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentStatus(
        State state,
        @Nullable String rawStatus,
        @Nullable String gatewayTxnId,
        @Nullable String recurringPaymentToken,
        @Nullable String processorContactId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Map<String, BigDecimal> riskScores,
        ObjectNode donor) {

    /** In the words of {@code payments_final_status}. */
    public enum State {
        COMPLETE,
        /** Authorised, and waits to be captured. */
        PENDING_POKE,
        PENDING,
        FAILED,
        CANCELLED,
        REFUNDED
    }

    public PaymentStatus {
        riskScores = riskScores == null ? Map.of() : Map.copyOf(riskScores);
        donor = donor == null ? JsonNodeFactory.instance.objectNode() : donor;
    }
}
