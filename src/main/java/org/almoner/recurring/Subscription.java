package org.almoner.recurring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.almoner.money.Money;
import org.jspecify.annotations.Nullable;

/** A recurring gift that we know; its amount is in the donor's currency. */
public record Subscription(
        long id,
        long contactId,
        String gateway,
        String subscrId,
        Money amount,
        Schedule schedule,
        Status status,
        @Nullable Instant nextScheduledAt,
        @Nullable Instant lastPaidAt,
        @Nullable String paymentInstrument) {

    /** Then what happened at this time is overtaken: known only where the gateway keeps the schedule. */
    boolean wasPaidAfter(Instant time) {
        return lastPaidAt != null && lastPaidAt.isAfter(time);
    }

    static Subscription of(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                row.getLong("contact_id"),
                row.getString("gateway"),
                row.getString("subscr_id"),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                new Schedule(FrequencyUnit.of(row.getString("frequency_unit")), row.getInt("cycle_day")),
                Status.told(row.getString("status")),
                instant(row.getObject("next_scheduled_at", OffsetDateTime.class)),
                instant(row.getObject("last_paid_at", OffsetDateTime.class)),
                row.getString("payment_instrument"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
