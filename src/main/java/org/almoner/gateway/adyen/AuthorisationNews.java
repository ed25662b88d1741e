package org.almoner.gateway.adyen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What follows when a payment was authorised, or was not; some that were not Adyen tries to rescue for weeks. */
@Component
@EnableConfigurationProperties(AdyenSettings.class)
class AuthorisationNews {

    /** Captured by Adyen at once, so that no capture is told of. */
    private static final Set<String> SETTLED_AT_ONCE = Set.of("blik", "ideal", "onlineBanking_CZ");

    private static final Set<String> RESCUE_IS_OVER =
            Set.of("retryWindowHasElapsed", "maxRetryAttemptsReached", "fraudDecline", "internalError");

    private final AdyenSettings settings;

    AuthorisationNews(AdyenSettings settings) {
        this.settings = settings;
    }

    Onward of(NotificationItem item) {
        return item.isSuccess() ? authorised(item) : rescueEnded(item);
    }

    /** It never means that there is something to capture: of that an authorisation tells. */
    Onward ofRescue(NotificationItem item) {
        boolean isCancelled = item.eventCode().equals("CANCEL_AUTORESCUE") && item.isSuccess();
        return isCancelled ? cancellation(item) : item.isSuccess() ? Onward.nothing() : rescueEnded(item);
    }

    private Onward authorised(NotificationItem item) {
        if (GravyPayment.is(item) || (isInstalment(item) && !Rescue.hasSucceeded(item))) {
            return Onward.nothing();
        }
        if (SETTLED_AT_ONCE.contains(item.paymentMethod())) {
            return AdyenJobs.recordCapture(item);
        }
        return settings.captureFromListener() || Rescue.hasSucceeded(item)
                ? AdyenJobs.processCapture(item)
                : Onward.nothing();
    }

    /** Charged by us, while the donor was not there: whoever charged it knows it already. */
    private static boolean isInstalment(NotificationItem item) {
        return item.additional("shopperInteraction").equals("ContAuth");
    }

    /** As long as it is not over, the donor may try again with the same order. */
    private static Onward rescueEnded(NotificationItem item) {
        boolean isOver =
                item.additional("retry.rescueScheduled").equals("false") || RESCUE_IS_OVER.contains(item.reason());
        return isOver ? cancellation(item) : Onward.nothing();
    }

    private static Onward cancellation(NotificationItem item) {
        String reference = Rescue.reference(item);
        if (reference.isEmpty() || GravyPayment.is(item)) {
            return Onward.nothing();
        }
        return Onward.of(
                Kind.RECURRING,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("txn_type", "subscr_cancel")
                        .put("gateway", "adyen")
                        .put("rescue_reference", reference)
                        .put("is_autorescue", true)
                        .put("cancel_reason", "Payment cannot be rescued: maximum failures reached"));
    }
}
