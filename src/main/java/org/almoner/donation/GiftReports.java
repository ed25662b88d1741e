package org.almoner.donation;

import java.util.Optional;
import org.almoner.donation.GiftOptions.List;
import org.almoner.recurring.FrequencyUnit;
import org.almoner.recurring.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the gift data of a gift: what is told must be an option, what is not told follows from the visit. */
@Component
class GiftReports {

    private static final String USUAL_CAMPAIGN = "Online Gift";

    /** The monthly donor was thanked for the first payment; the yearly one has forgotten it. */
    private static final String NO_THANKS_EACH_MONTH = "recurring";

    private final GiftOptions options;

    GiftReports(GiftOptions options) {
        this.options = options;
    }

    GiftData of(Gift gift) {
        GiftDetails details = gift.told().gift();
        boolean isLater = gift.recurrence().isLater();
        return new GiftData(
                option(List.FUND, details.fund()).orElse(null),
                option(List.CAMPAIGN, details.campaign()).orElse(USUAL_CAMPAIGN),
                gift.appeal(),
                option(List.CHANNEL, details.channel()).orElseGet(() -> gift.channel()),
                !isLater
                        && MajorGift.isOne(
                                details, gift.appeal(), gift.reported().gross()),
                isLater && !isYearly(gift.recurrence().known()) ? NO_THANKS_EACH_MONTH : details.noThankYou());
    }

    private Optional<String> option(List list, @Nullable String told) {
        return Optional.ofNullable(told).map(option -> options.value(list, option));
    }

    private static boolean isYearly(@Nullable Subscription subscription) {
        return subscription != null && subscription.schedule().unit() == FrequencyUnit.YEAR;
    }
}
