package org.almoner.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.almoner.wire.Flag;
import org.almoner.wire.Personal;
import org.almoner.wire.Tidy;
import org.jspecify.annotations.Nullable;

/**
 * How a person is reached other than by post.
 *
 * @param billingEmail the one that a bank account was registered with
 * @param recipientId by which the sender of text messages knows a telephone: its digits
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Reach(
        @Tidy(254) @Nullable String email,
        @Tidy(254) @Nullable String billingEmail,
        @Tidy(64) @Nullable String phone,
        @JsonProperty("sms_opt_in") @Flag @Nullable Boolean smsOptIn,
        @Tidy @Nullable String recipientId)
        implements Personal {

    static final Reach NONE = new Reach(null, null, null, null, null);

    public Reach {
        recipientId = RecipientId.digits(recipientId);
    }

    static Reach byEmail(String email) {
        return new Reach(email, null, null, null, null);
    }

    boolean hasTelephone() {
        return phone != null || recipientId != null;
    }

    /** However the number is written. */
    @Nullable
    String digits() {
        return phone == null ? null : phone.replaceAll("[^0-9]", "");
    }

    @Override
    public String toString() {
        return masked();
    }
}
