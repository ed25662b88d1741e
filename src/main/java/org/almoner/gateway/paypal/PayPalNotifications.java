package org.almoner.gateway.paypal;

import org.almoner.gateway.GatewayAnswer;
import org.almoner.gateway.GatewayCall;
import org.almoner.notification.Notifications;
import org.springframework.stereotype.Component;

/** Finds the notification that PayPal is to be asked about. */
@Component
class PayPalNotifications {

    private final Notifications notifications;
    private final PayPalConfirmation confirmation;

    PayPalNotifications(Notifications notifications, PayPalConfirmation confirmation) {
        this.notifications = notifications;
        this.confirmation = confirmation;
    }

    GatewayAnswer verify(GatewayCall call) {
        return notifications
                .find(call.context().path("notification_id").asText())
                .map(confirmation::verify)
                .orElse(GatewayAnswer.refused("the notification is not there any more"));
    }
}
