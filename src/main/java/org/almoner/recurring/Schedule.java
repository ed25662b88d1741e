package org.almoner.recurring;

import java.time.Instant;
import java.time.ZoneOffset;

/** When a recurring gift is due, in UTC. */
public record Schedule(FrequencyUnit unit, int cycleDay) {

    /** Of a gift whose first payment comes at this time. */
    public static Schedule from(FrequencyUnit unit, Instant start) {
        return new Schedule(unit, start.atOffset(ZoneOffset.UTC).getDayOfMonth());
    }

    public Instant nextAfter(Instant payment) {
        var paid = payment.atOffset(ZoneOffset.UTC);
        return paid.with(unit.next(paid.toLocalDate(), cycleDay)).toInstant();
    }
}
