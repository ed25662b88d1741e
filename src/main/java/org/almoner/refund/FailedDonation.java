package org.almoner.refund;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.AnyTime;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Cut;
import org.almoner.wire.Flag;
import org.almoner.wire.Required;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * A donation that we took for complete, and that the donor's bank did not pay after all.
 *
 * @param canRetry whether the bank says that it may pay when it is asked again
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FailedDonation(
        @Trimmed String gateway,
        @Trimmed String gatewayTxnId,
        @JsonProperty("contribution_status_id:name") @Trimmed String status,
        @Cut(1024) @Nullable String reason,
        @Flag @Nullable Boolean canRetry,
        @AnyTime Instant date)
        implements Keyed {

    public FailedDonation {
        Required.text("gateway", gateway);
        Required.text("gateway_txn_id", gatewayTxnId);
        Required.value("date", date);
        if (!"Cancelled".equals(status)) {
            throw new InvalidMessage("contribution_status_id:name is not Cancelled");
        }
    }

    boolean mayBeRetried() {
        return Boolean.TRUE.equals(canRetry);
    }

    /** What staff and donor are told, when the bank does not say more. */
    String reasonInWords() {
        return reason == null ? "The payment failed" : reason;
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }
}
