package org.almoner.recurring;

import java.time.Instant;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A recurring gift that begins, still pending.
 *
 * @param subscrId by which its gateway calls it, or the transaction's {@code trxn_id} where the gateway has no name for it
 * @param amount in the donor's currency
 */
public record NewSubscription(
        long contactId,
        String gateway,
        String subscrId,
        Money amount,
        FrequencyUnit unit,
        Instant createdAt,
        Instant startedAt,
        Instant nextScheduledAt,
        @Nullable String processorId,
        @Nullable String invoiceId,
        @Nullable String paymentInstrument,
        @Nullable String originalCountry,
        Mandate mandate) {

    int cycleDay() {
        return Schedule.from(unit, startedAt).cycleDay();
    }
}
