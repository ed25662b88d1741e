package org.almoner.gateway.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Knows what follows from what Amazon Pay publishes: of its older kind all is said, of its newer kind only what to ask for. */
@Component
class AmazonNotificationReader implements NotificationReader {

    private final GatewayJson json;

    AmazonNotificationReader(GatewayJson json) {
        this.json = json;
    }

    @Override
    public String gateway() {
        return "amazon";
    }

    @Override
    public List<News> read(Notification notification) {
        var message =
                SnsMessage.read(notification.body()).orElseThrow(() -> new InvalidMessage("body is no message of SNS"));
        if (message.isConfirmation()) {
            var url = AmazonJobs.payload().put("url", message.text("SubscribeURL"));
            return List.of(
                    news(message, "SubscriptionConfirmation", "", AmazonJobs.of(AmazonJobs.CONFIRM_SUBSCRIPTION, url)));
        }
        return message.isNotification() ? List.of(told(message)) : List.of();
    }

    private News told(SnsMessage message) {
        JsonNode said = json.read(message.text("Message").getBytes(UTF_8), ObjectNode.class);
        return said.has("NotificationData") ? older(message, said) : newer(message, said);
    }

    private static News newer(SnsMessage message, JsonNode said) {
        String id = said.path("ObjectId").asText();
        String what = said.path("ObjectType").asText();
        var onward =
                switch (what) {
                    case "CHARGE" -> AmazonJobs.of(AmazonJobs.LOOK_UP_CHARGE, look(message, id));
                    case "REFUND" -> AmazonJobs.of(AmazonJobs.LOOK_UP_REFUND, look(message, id));
                    default -> Onward.nothing();
                };
        return news(message, what, id, onward);
    }

    private static News older(SnsMessage message, JsonNode said) {
        var details = MarketplaceData.of(said.path("NotificationData").asText());
        var onward =
                switch (said.path("NotificationType").asText()) {
                    case "PaymentCapture" ->
                        details.isIn("CaptureStatus", "Completed")
                                ? AmazonJobs.of(AmazonJobs.RECORD_PAYMENT, details.payment())
                                : Onward.nothing();
                    case "PaymentAuthorize" ->
                        details.isIn("AuthorizationStatus", "Declined") && details.hasTimedOut()
                                ? AmazonJobs.of(AmazonJobs.RETRY_AUTHORIZATION, details.authorization())
                                : Onward.nothing(); // a donor whom Amazon declined has been told so by our form
                    case "PaymentRefund" ->
                        details.isIn("RefundStatus", "Completed")
                                ? AmazonJobs.of(
                                        AmazonJobs.LOOK_UP_REFUND, look(message, details.text("AmazonRefundId")))
                                : Onward.nothing();
                    default -> Onward.nothing();
                };
        return news(message, said.path("NotificationType").asText(), details.id(), onward);
    }

    /** A charge changes more than once: each time it is told of is another one. */
    private static ObjectNode look(SnsMessage message, String id) {
        return AmazonJobs.payload().put("id", id).put("told_by", message.id());
    }

    private static News news(SnsMessage message, String what, String txnId, Onward onward) {
        return new News("amazon:" + message.id(), what, null, txnId, onward);
    }
}
