package org.almoner.donation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a gift: its donor first, then the recurring gift that it belongs to, then the contribution. */
@Component
class Gifts {

    private final Givers givers;
    private final Recurrences recurrences;
    private final GiftReports reports;
    private final Contributions contributions;
    private final DonationVisits visits;
    private final GiftNews news;

    Gifts(
            Givers givers,
            Recurrences recurrences,
            GiftReports reports,
            Contributions contributions,
            DonationVisits visits,
            GiftNews news) {
        this.givers = givers;
        this.recurrences = recurrences;
        this.reports = reports;
        this.contributions = contributions;
        this.visits = visits;
        this.news = news;
    }

    /**
     * @return what is to be told of the visit that led to it, if anything
     * @throws org.almoner.queue.DuplicateMessage if it is kept already
     */
    @Nullable
    ContributionLinked keep(Gift gift) {
        String invoice = contributions.invoiceFor(gift);
        GiftData data = reports.of(gift);
        long contact = givers.keep(gift);
        Long recur = recurrences.keep(gift, contact);
        Long visit = visits.idFor(gift);
        long contribution = contributions.add(new NewContribution(gift, data, contact, recur, visit, invoice));
        news.tell(gift, contribution);
        return visits.link(gift, visit, contribution);
    }
}
