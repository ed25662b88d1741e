package org.almoner.donation;

import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Component;

/** What people want to hear of gifts on the day: how many come from which gateway, and which are large. */
@Component
class GiftNews {

    private final UnitOfWork unit;
    private final Alerts alerts;
    private final DonationSettings settings;

    GiftNews(UnitOfWork unit, Alerts alerts, DonationSettings settings) {
        this.unit = unit;
        this.alerts = alerts;
        this.settings = settings;
    }

    void tell(Gift gift, long contribution) {
        unit.count("donation_" + gift.gateway());
        if (gift.reported().gross().amount().compareTo(settings.largeFrom()) >= 0) {
            alerts.raise(new Alert(
                    "large donation",
                    "contribution=%d gateway=%s gross=%s %s"
                            .formatted(
                                    contribution,
                                    gift.gateway(),
                                    gift.original().amount(),
                                    gift.original().currency())));
        }
    }
}
