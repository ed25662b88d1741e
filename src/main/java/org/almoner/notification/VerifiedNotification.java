package org.almoner.notification;

import org.almoner.alert.Alert;
import org.almoner.alert.Alerts;
import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Verdict;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Goes on with a notification once its gateway has said whether it is its own. */
@Component(VerifiedNotification.PURPOSE)
class VerifiedNotification implements Continuation {

    static final String PURPOSE = "notification-verified";

    /** In the context of the call. */
    static final String ID = "notification_id";

    private final Notifications notifications;
    private final Hearing hearing;
    private final Confirmation confirmation;
    private final Alerts alerts;

    VerifiedNotification(Notifications notifications, Hearing hearing, Confirmation confirmation, Alerts alerts) {
        this.notifications = notifications;
        this.hearing = hearing;
        this.confirmation = confirmation;
        this.alerts = alerts;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var id = answered.context().path(ID).asText();
        return switch (answered.outcome()) {
            case DONE -> {
                notifications.judge(id, Verdict.GENUINE);
                yield hearing.hear(find(id));
            }
            case REFUSED -> {
                notifications.judge(id, Verdict.forged("the gateway does not know it"));
                yield Onward.nothing();
            }
            case UNAVAILABLE -> askAgain(find(id));
        };
    }

    /** Its listener has promised that it is not lost: it is asked about for as long as there is something to ask about. */
    private Onward askAgain(Notification notification) {
        confirmation.ask(notification);
        alerts.raise(new Alert(
                "notification not confirmed",
                "gateway=%s notification=%s".formatted(notification.gateway(), notification.id())));
        return Onward.nothing();
    }

    private Notification find(String id) {
        return notifications.find(id).orElseThrow(() -> new InvalidMessage("its notification is not there any more"));
    }
}
