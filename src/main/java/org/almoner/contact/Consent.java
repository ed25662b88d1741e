package org.almoner.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Flag;
import org.jspecify.annotations.Nullable;

/** What a person wants to get from us; what is absent was not asked. Whoever opts in opts out of nothing. */
@JsonNaming(SnakeCaseStrategy.class)
public record Consent(
        @Flag @Nullable Boolean optIn,
        @Flag @Nullable Boolean doNotSolicit,
        @Flag @Nullable Boolean doNotEmail,
        @JsonProperty("is_opt_out") @Flag @Nullable Boolean optOut) {

    public static final Consent OPTED_IN = new Consent(true, null, null, null);

    static final Consent NONE = new Consent(null, null, null, null);

    public Consent {
        if (Boolean.TRUE.equals(optIn)) {
            doNotSolicit = false;
            doNotEmail = false;
            optOut = false;
        }
    }
}
