package org.almoner.gateway.amazon;

import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.SafeFetch;
import org.almoner.notification.Notifications;
import org.springframework.stereotype.Component;

/** Asks SNS: for the certificate of what it told, and to tell us more. */
@Component
class SnsTopics {

    private final Notifications notifications;
    private final SnsCertificates certificates;
    private final SafeFetch fetch;
    private final AmazonSettings settings;

    SnsTopics(Notifications notifications, SnsCertificates certificates, SafeFetch fetch, AmazonSettings settings) {
        this.notifications = notifications;
        this.certificates = certificates;
        this.fetch = fetch;
        this.settings = settings;
    }

    GatewayAnswer verify(GatewayCall call) {
        return notifications
                .find(call.context().path("notification_id").asText())
                .map(certificates::verify)
                .orElse(GatewayAnswer.refused("the notification is not there any more"));
    }

    /** Says yes to a topic of ours. */
    GatewayAnswer confirm(GatewayCall call) {
        fetch.fetch(call.context().path("url").asText(), settings.confirmations());
        return GatewayAnswer.done();
    }
}
