package org.almoner.recurring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Set;
import org.almoner.queue.InvalidMessage;
import org.almoner.wire.Trimmed;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** How often a donor gives, as a message says it; we know every month and every year, for ever, and nothing else. */
@JsonNaming(SnakeCaseStrategy.class)
public record Terms(
        @Trimmed String frequencyUnit,
        @WholeNumber @Nullable Long frequencyInterval,
        @WholeNumber @Nullable Long installments) {

    private static final Set<String> UNITS = Set.of("month", "year");

    public Terms {
        frequencyUnit = frequencyUnit == null || frequencyUnit.isEmpty() ? "month" : frequencyUnit;
        if (!UNITS.contains(frequencyUnit)) {
            throw new InvalidMessage("frequency_unit is neither month nor year");
        }
        if (frequencyInterval != null && frequencyInterval != 1) {
            throw new InvalidMessage("frequency_interval is not 1");
        }
        if (installments != null && installments != 0) {
            throw new InvalidMessage("installments is not 0");
        }
    }

    public FrequencyUnit unit() {
        return FrequencyUnit.of(frequencyUnit);
    }
}
