package org.almoner.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.almoner.gateway.GatewayCall;
import org.almoner.gateway.GatewayCall.Ask;
import org.almoner.gateway.GatewayCalls;
import org.almoner.gateway.Notification;
import org.almoner.gateway.PaymentReference;
import org.springframework.stereotype.Component;

/** Has a gateway asked whether a notification is its own, where only it can tell. */
@Component
class Confirmation {

    private final GatewayCalls calls;

    Confirmation(GatewayCalls calls) {
        this.calls = calls;
    }

    /** Once, and again each time that it was given up. */
    void ask(Notification notification) {
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
    }
}
