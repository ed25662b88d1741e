package org.almoner.donation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.almoner.queue.Sequences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which visit led to a contribution; a donation that came without one gets a visit of its own. */
@Component
class DonationVisits {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Sequences sequences;

    DonationVisits(Sequences sequences) {
        this.sequences = sequences;
    }

    /** The visit that a donation tells of, or a new one; null of what came by post. */
    @Nullable
    Long idFor(Gift gift) {
        if (gift.told().payment().isVisited()) {
            return gift.told().payment().contributionTrackingId();
        }
        boolean isOnline = gift.told().paidBy().isOnline() || gift.told().gift().tellsWhereFrom();
        return isOnline ? sequences.next("contribution-tracking") : null;
    }

    /** Later payments of a recurring gift do not take the first one's visit away. */
    @Nullable
    ContributionLinked link(Gift gift, @Nullable Long visit, long contributionId) {
        if (visit == null) {
            return null;
        }
        Long linked = gift.recurrence().isLater() ? null : contributionId;
        if (!gift.told().payment().isVisited()) {
            return told(gift, visit, linked);
        }
        return linked == null ? null : ContributionLinked.of(visit, linked);
    }

    private static ContributionLinked told(Gift gift, long visit, @Nullable Long contributionId) {
        GiftDetails details = gift.told().gift();
        return new ContributionLinked(
                visit,
                contributionId,
                Objects.requireNonNullElseGet(
                        details.utmSource(),
                        () -> ".."
                                + Objects.requireNonNullElse(
                                        gift.told().paidBy().paymentMethod(), "")),
                Objects.requireNonNullElse(details.utmMedium(), "civicrm"),
                details.utmCampaign(),
                date(gift.receivedAt()),
                gift.told().donor().address().country());
    }

    private static String date(Instant time) {
        return SECONDS.format(time);
    }
}
