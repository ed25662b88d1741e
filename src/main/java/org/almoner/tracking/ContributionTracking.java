package org.almoner.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Amount;
import org.almoner.wire.ContentKey;
import org.almoner.wire.Cut;
import org.almoner.wire.Flag;
import org.almoner.wire.Required;
import org.almoner.wire.UnixTime;
import org.almoner.wire.WholeNumber;
import org.jspecify.annotations.Nullable;

/** What is known of one visit to a donation form; what is absent was told before or is never told. */
@JsonNaming(SnakeCaseStrategy.class)
public record ContributionTracking(
        @WholeNumber Long id,
        @WholeNumber @Nullable Long contributionId,
        @UnixTime @Nullable Instant ts,
        @UnixTime @Nullable Instant trackingDate,
        @Amount @Nullable BigDecimal amount,
        @Amount @Nullable BigDecimal usdAmount,
        @Cut(3) @Nullable String currency,
        @Flag @Nullable Boolean isRecurring,
        @Cut(4096) @Nullable String referrer,
        @Cut(128) @Nullable String utmSource,
        @Cut(128) @Nullable String utmMedium,
        @Cut(128) @Nullable String utmCampaign,
        @Cut(128) @Nullable String utmKey,
        @Cut(32) @Nullable String gateway,
        @Cut(64) @Nullable String appeal,
        @Cut(64) @Nullable String paymentsFormVariant,
        @Cut(128) @Nullable String landingPage,
        @Cut(128) @Nullable String paymentMethod,
        @Cut(128) @Nullable String paymentSubmethod,
        @Cut(8) @Nullable String language,
        @Cut(2) @Nullable String country,
        @Cut(255) @Nullable String os,
        @Cut(255) @Nullable String osVersion,
        @Cut(255) @Nullable String browser,
        @Cut(255) @Nullable String browserVersion,
        @Cut(255) @Nullable String bannerHistoryLogId,
        @WholeNumber @Nullable Long screenWidth,
        @WholeNumber @Nullable Long screenHeight,
        @Cut(255) @Nullable String appInstallId)
        implements Keyed {

    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal("99999999999999999");
    private static final Pattern BANNER_HISTORY_LOG_ID = Pattern.compile("[0-9a-f]{10,20}");

    public ContributionTracking {
        Required.id("id", id);
        contributionId = contributionId == null || contributionId == 0 ? null : contributionId;
        if (contributionId != null) {
            Required.id("contribution_id", contributionId);
        }
        trackingDate = ts == null ? trackingDate : ts;
        amount = limited("amount", amount);
        usdAmount = limited("usd_amount", usdAmount);
        bannerHistoryLogId = bannerHistoryLogId != null
                        && BANNER_HISTORY_LOG_ID.matcher(bannerHistoryLogId).matches()
                ? bannerHistoryLogId
                : null;
    }

    private static @Nullable BigDecimal limited(String field, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() < 0) {
            throw new InvalidMessage(field + " is negative");
        }
        return amount == null ? null : amount.min(HIGHEST_AMOUNT);
    }

    /** An audit only fills gaps: what the front end told is better. */
    boolean isFromAudit() {
        return "audit".equals(utmMedium);
    }

    UtmSource source() {
        return new UtmSource(utmSource);
    }

    /** The fee is paid by the donor on top of the gift. */
    @Nullable
    Boolean isPayFee() {
        return utmKey == null ? null : utmKey.contains("ptf_1");
    }

    /** How a donor came to give again and again: 1 asked after a single gift, 2 of their own accord. */
    @Nullable
    Integer recurringChoiceId() {
        if (utmKey == null || !Boolean.TRUE.equals(isRecurring)) {
            return null;
        }
        return utmKey.toLowerCase(Locale.ROOT).contains("upsell") ? 1 : 2;
    }

    /** The page that the source names was shown, whatever else was asked for. */
    @Nullable
    String visitedPage() {
        String page = source().landingPage();
        return page == null ? landingPage : page;
    }

    @Override
    public String key() {
        return ContentKey.of(this);
    }
}
