package org.almoner.recurring;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** How often a recurring gift is due. */
public enum FrequencyUnit {
    MONTH(Period.ofMonths(1)),
    YEAR(Period.ofYears(1));

    private final Period period;

    FrequencyUnit(Period period) {
        this.period = period;
    }

    /** As messages and tables have it. */
    String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FrequencyUnit of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT));
    }

    /** One period later, on the day of the month on which the donor wants to give, or on the last day before it. */
    LocalDate next(LocalDate from, int cycleDay) {
        LocalDate next = from.plus(period);
        return next.with(ChronoField.DAY_OF_MONTH, Math.min(cycleDay, next.lengthOfMonth()));
    }
}
