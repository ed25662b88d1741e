package org.almoner.fraud;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Amount;
import org.almoner.wire.Amounts;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.almoner.wire.UnixTime;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * How risky a payment looked to the filters that were asked. Gateway, validation action, payment method, risk score and
 * date are needed to tell of a payment first; the first check of a job knows no server.
 *
 * @param userIp an address in the form in which PostgreSQL takes it, or nothing when it was none
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FraudCheck(
        @WholeNumber Long contributionTrackingId,
        @Text String orderId,
        @Text @Nullable String gateway,
        @Text(16) @Nullable String validationAction,
        @Text @Nullable String userIp,
        @Text(16) @Nullable String paymentMethod,
        @Amount @Nullable BigDecimal riskScore,
        @Amounts Map<String, BigDecimal> scoreBreakdown,
        @Text(64) @Nullable String server,
        @UnixTime @Nullable Instant date)
        implements Keyed, Personal {

    private static final BigDecimal HIGHEST_SCORE = BigDecimal.valueOf(100_000_000);
    private static final Pattern FILTER_NAME = Pattern.compile("[ -~]{1,64}");

    public FraudCheck {
        Required.id("contribution_tracking_id", contributionTrackingId);
        // a front end that has no order yet counts the tracking id as one
        orderId = orderId == null || orderId.isEmpty() ? contributionTrackingId.toString() : orderId;
        userIp = IpAddress.literal(userIp);
        riskScore = riskScore == null ? null : capped(riskScore);
        scoreBreakdown = scoreBreakdown == null ? Map.of() : capped(scoreBreakdown);
    }

    private static Map<String, BigDecimal> capped(Map<String, BigDecimal> scores) {
        Map<String, BigDecimal> capped = new LinkedHashMap<>(); // in the order received, for the message key
        scores.forEach((filter, score) -> {
            if (!FILTER_NAME.matcher(filter).matches()) {
                throw new InvalidMessage("score_breakdown names a filter in other than 1 to 64 characters of ASCII");
            }
            capped.put(filter, capped(score));
        });
        return Collections.unmodifiableMap(capped);
    }

    private static BigDecimal capped(BigDecimal score) {
        return score.min(HIGHEST_SCORE).max(HIGHEST_SCORE.negate());
    }

    String[] filters() {
        return scoreBreakdown.keySet().toArray(String[]::new);
    }

    /** The scores of {@link #filters()}, in digits. */
    String[] scores() {
        return scoreBreakdown.values().stream().map(BigDecimal::toPlainString).toArray(String[]::new);
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }

    @Override
    public String toString() {
        return masked();
    }
}
