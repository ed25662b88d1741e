package org.almoner.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Onward;
import org.almoner.gateway.PaymentReference;
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
    private final GatewayCalls calls;
    private final UnitOfWork unit;

    NotificationHandler(
            Verifiers verifiers, Notifications notifications, Hearing hearing, GatewayCalls calls, UnitOfWork unit) {
        this.verifiers = verifiers;
        this.notifications = notifications;
        this.hearing = hearing;
        this.calls = calls;
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
        var context = JsonNodeFactory.instance.objectNode().put(VerifiedNotification.ID, notification.id());
        calls.intend(new GatewayCall(
                "verify:" + notification.id(),
                notification.gateway(),
                null,
                Ask.VERIFY,
                PaymentReference.of(null, null),
                null,
                VerifiedNotification.PURPOSE,
                context));
        return Onward.nothing();
    }

    private Onward refuse(Notification notification, Verdict verdict) {
        unit.count(verdict.kind().name().toLowerCase(Locale.ROOT) + " " + notification.gateway() + " notification");
        return Onward.nothing();
    }
}
