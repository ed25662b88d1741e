package org.almoner.donation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Optional;
import java.util.stream.Stream;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** How the donor paid, as a form or gateway says it, or in the words of the donor database. */
@JsonNaming(SnakeCaseStrategy.class)
record PaidBy(
        @Trimmed @Nullable String paymentMethod,
        @Trimmed @Nullable String paymentSubmethod,
        @Trimmed @Nullable String paymentInstrument,
        @Trimmed @Nullable String paymentInstrumentId,
        @Trimmed @Nullable String rawPaymentInstrument) {

    /** In the words of the donor database; nothing when nobody can say it. */
    Optional<String> instrument(@Nullable String gateway) {
        return Stream.of(paymentInstrument, paymentInstrumentId, rawPaymentInstrument)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .or(() -> Optional.ofNullable(PaymentInstruments.of(paymentMethod, paymentSubmethod, gateway)));
    }

    boolean isByPaypal() {
        return "paypal".equals(paymentMethod);
    }

    /** A cheque that came by post was preceded by no visit. */
    boolean isOnline() {
        return paymentMethod != null && !paymentMethod.equalsIgnoreCase("check");
    }
}
