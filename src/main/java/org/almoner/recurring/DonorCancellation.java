package org.almoner.recurring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.almoner.wire.Cut;
import org.jspecify.annotations.Nullable;

/** A donor wants to give no more. */
record DonorCancellation(
        @JsonUnwrapped ModifiedGift gift,
        @JsonUnwrapped Circumstances circumstances,
        @JsonProperty("cancel_reason") @Cut @Nullable String givenReason)
        implements Modification {

    private static final String DEFAULT_REASON = "(auto) User Cancelled via Donor Portal";

    String reason() {
        return givenReason == null ? DEFAULT_REASON : givenReason;
    }

    @Override
    public String key() {
        return String.join("\u001f", "cancel", gift.key(), circumstances.key());
    }
}
