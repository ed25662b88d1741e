package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.almoner.wire.Required;
import org.almoner.wire.UnixTime;

/** A donor wants to give once a year from now on. */
record AnnualConversion(
        @JsonUnwrapped ModifiedGift gift,
        @JsonUnwrapped NewAmount wanted,
        @JsonUnwrapped Circumstances circumstances,
        @JsonProperty("next_sched_contribution_date") @UnixTime Instant nextScheduledAt)
        implements Modification {

    AnnualConversion {
        wanted.require();
        Required.value("next_sched_contribution_date", nextScheduledAt);
    }

    @Override
    public String key() {
        return String.join("\u001f", "annual", gift.key(), wanted.key(), circumstances.key());
    }
}
