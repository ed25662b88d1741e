package org.almoner.donation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Objects;
import java.util.stream.Stream;
import org.almoner.wire.Cut;
import org.almoner.wire.Trimmed;
import org.jspecify.annotations.Nullable;

/** How a donor came to give, and what for: in the words of forms, of the donor database, and of older producers. */
@JsonNaming(SnakeCaseStrategy.class)
record GiftDetails(
        @Cut(1024) @Nullable String utmSource,
        @Cut @Nullable String utmMedium,
        @Cut @Nullable String utmCampaign,
        @JsonProperty("Gift_Data.Appeal") @Trimmed @Nullable String givenAppeal,
        @Trimmed @Nullable String directMailAppeal,
        @JsonProperty("Gift_Data.Campaign") @Trimmed @Nullable String givenCampaign,
        @Trimmed @Nullable String giftSource,
        @JsonProperty("Gift_Data.Channel") @Trimmed @Nullable String givenChannel,
        @JsonProperty("channel") @Trimmed @Nullable String olderChannel,
        @JsonProperty("Gift_Data.Fund") @Trimmed @Nullable String givenFund,
        @Trimmed @Nullable String restrictions,
        @Trimmed @Nullable String noThankYou) {

    private static final String ENDOWMENT = "endowment";

    boolean isEndowment() {
        return ENDOWMENT.equals(utmMedium);
    }

    boolean tellsWhereFrom() {
        return utmMedium != null || utmSource != null;
    }

    /** Any text is an appeal: a campaign begins without anybody telling the donor database. */
    @Nullable
    String appeal() {
        return first(utmCampaign, givenAppeal, directMailAppeal);
    }

    @Nullable
    String campaign() {
        return first(givenCampaign, giftSource);
    }

    @Nullable
    String channel() {
        return first(givenChannel, olderChannel);
    }

    @Nullable
    String fund() {
        return isEndowment() ? "Endowment Fund" : first(givenFund, restrictions);
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
