package org.almoner.notification;

import org.almoner.gateway.AnsweredCall;
import org.almoner.gateway.Continuation;
import org.almoner.gateway.GatewayAnswer.Outcome;
import org.almoner.gateway.Notification;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Verdict;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Goes on with a notification once its gateway has said whether it is its own. */
@Component
class VerifiedNotification implements Continuation {

    static final String PURPOSE = "notification-verified";

    /** In the context of the call. */
    static final String ID = "notification_id";

    private final Notifications notifications;
    private final Hearing hearing;

    VerifiedNotification(Notifications notifications, Hearing hearing) {
        this.notifications = notifications;
        this.hearing = hearing;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Onward goOn(AnsweredCall answered) {
        var id = answered.context().path(ID).asText();
        notifications.judge(id, verdict(answered));
        return answered.isDone() ? hearing.hear(find(id)) : Onward.nothing();
    }

    private Notification find(String id) {
        return notifications.find(id).orElseThrow(() -> new InvalidMessage("its notification is not there any more"));
    }

    private static Verdict verdict(AnsweredCall answered) {
        if (answered.isDone()) {
            return Verdict.GENUINE;
        }
        return answered.outcome() == Outcome.REFUSED
                ? Verdict.forged("the gateway does not know it")
                : new Verdict(Verdict.Kind.TO_BE_ASKED, "the gateway does not answer");
    }
}
