package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.almoner.gateway.GatewayJson;
import org.almoner.gateway.News;
import org.almoner.gateway.Notification;
import org.almoner.gateway.NotificationReader;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** Makes a job of each notification of PayPal's, in the words of the older kind. */
@Component
class PayPalNotificationReader implements NotificationReader {

    private final GatewayJson json;

    PayPalNotificationReader(GatewayJson json) {
        this.json = json;
    }

    @Override
    public String gateway() {
        return "paypal";
    }

    @Override
    public List<News> read(Notification notification) {
        return WebhookSignature.isOn(notification)
                ? webhook(json.read(notification.body(), WebhookEvent.class))
                : List.of(ipn(notification));
    }

    private News ipn(Notification notification) {
        var ipn = Ipn.read(notification.body()).orElseThrow(() -> new InvalidMessage("body is no form"));
        return news(key(ipn, notification.body()), ipn.text(ipn.has("txn_type") ? "txn_type" : "payment_status"), ipn);
    }

    private static List<News> webhook(WebhookEvent event) {
        return event.asIpn()
                .map(ipn -> List.of(news("paypal:event:" + event.id(), event.eventType(), ipn)))
                .orElse(List.of());
    }

    /** A transaction is told of once in each status; what is none has at least a number of its telling. */
    private static String key(Ipn ipn, byte[] body) {
        if (ipn.has("txn_id")) {
            return String.join(":", "paypal", ipn.text("txn_id"), ipn.text("txn_type"), ipn.text("payment_status"));
        }
        String telling = ipn.has("ipn_track_id")
                ? ipn.text("ipn_track_id")
                : UUID.nameUUIDFromBytes(body).toString();
        return String.join(":", "paypal", ipn.text("txn_type"), telling);
    }

    private static News news(String key, String what, Ipn ipn) {
        return new News(key, what, ipn.text("custom"), ipn.text("txn_id"), Onward.of(Kind.JOB, job(ipn.fields())));
    }

    private static ObjectNode job(Map<String, String> fields) {
        var job = JsonNodeFactory.instance.objectNode().put("class", IpnJob.NAME);
        var payload = job.putObject("payload");
        fields.forEach(payload::put);
        return job;
    }
}
