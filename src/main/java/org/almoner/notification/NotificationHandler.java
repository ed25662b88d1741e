package org.almoner.notification;

import java.util.Locale;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Verdict;
import org.almoner.gateway.Verifiers;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.NotYet;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Component;

/** Keeps a notification with what it is found to be; what its listener thought of it counts for nothing. */
@Component
class NotificationHandler {

    private final Verifiers verifiers;
    private final Notifications notifications;
    private final Hearing hearing;
    private final Confirmation confirmation;
    private final UnitOfWork unit;

    NotificationHandler(
            Verifiers verifiers,
            Notifications notifications,
            Hearing hearing,
            Confirmation confirmation,
            UnitOfWork unit) {
        this.verifiers = verifiers;
        this.notifications = notifications;
        this.hearing = hearing;
        this.confirmation = confirmation;
        this.unit = unit;
    }

    public Onward handle(Notification notification) {
        if (!unit.queue().equals("notifications-" + notification.gateway())) {
            throw new InvalidMessage("gateway is not this queue's");
        }
        var verdict = verify(notification);
        notifications.keep(notification, verdict);
        return switch (verdict.kind()) {
            case GENUINE -> hearing.hear(notification);
            case TO_BE_ASKED -> ask(notification);
            case FORGED, STALE -> refuse(notification, verdict);
        };
    }

    /** Without a key nobody can say that it is forged: it waits for one. */
    private Verdict verify(Notification notification) {
        return verifiers
                .configured(notification.gateway())
                .orElseThrow(() -> new NotYet(verifiers.whatIsMissing(notification.gateway())))
                .verify(notification);
    }

    private Onward ask(Notification notification) {
        confirmation.ask(notification);
        return Onward.nothing();
    }

    private Onward refuse(Notification notification, Verdict verdict) {
        unit.count(verdict.kind().name().toLowerCase(Locale.ROOT) + " " + notification.gateway() + " notification");
        return Onward.nothing();
    }
}
