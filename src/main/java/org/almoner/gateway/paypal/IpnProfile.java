package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** News of a recurring payments profile, in the words of the older subscriptions. */
@Component
class IpnProfile {

    private static final String GATEWAY = "paypal_ec";

    private static final Map<String, String> UNITS = Map.of("Monthly", "month", "Yearly", "year");

    private final PayPalPending pending;
    private final Clock clock;

    IpnProfile(PayPalPending pending, Clock clock) {
        this.pending = pending;
        this.clock = clock;
    }

    Onward of(Ipn ipn) {
        var message = message(ipn, IpnFields.of(ipn));
        message.put("recurring", 1).put("gateway", GATEWAY);
        if (!message.has("date")) {
            message.put("date", now());
        }
        splitAddress(message);
        return Onward.of(Kind.RECURRING, message);
    }

    private ObjectNode message(Ipn ipn, ObjectNode told) {
        return switch (ipn.text("txn_type")) {
            case "recurring_payment", "recurring_payment_outstanding_payment" ->
                pending.completed(GATEWAY, told).put("txn_type", "subscr_payment");
            case "recurring_payment_profile_created" -> signup(ipn, told);
            case "recurring_payment_profile_cancel" ->
                told.put("txn_type", "subscr_cancel").put("cancel_date", now());
            case "recurring_payment_expired" -> told.put("txn_type", "subscr_eot");
            case "recurring_payment_suspended", "recurring_payment_suspended_due_to_max_failed_payment" ->
                told.put("txn_type", "subscr_failed");
            default -> failed(ipn, told.put("txn_type", "subscr_failed"));
        };
    }

    private ObjectNode signup(Ipn ipn, ObjectNode told) {
        String unit = UNITS.get(ipn.text("payment_cycle"));
        if (unit == null) {
            throw new InvalidMessage("payment_cycle is neither Monthly nor Yearly");
        }
        long created = ipn.has("time_created") ? IpnFields.seconds(ipn, "time_created") : now();
        return pending.completed(GATEWAY, told)
                .put("txn_type", "subscr_signup")
                .put("frequency_unit", unit)
                .put("frequency_interval", 1)
                .put("installments", 0)
                .put("create_date", created)
                .put("start_date", created);
    }

    /** It says {@code N/A} when it will not try again. */
    private static ObjectNode failed(Ipn ipn, ObjectNode told) {
        PayPalTime.of(ipn.text("next_payment_date"))
                .ifPresent(next -> told.put("failure_retry_date", next.getEpochSecond()));
        return told;
    }

    private static void splitAddress(ObjectNode message) {
        String[] lines = message.path("street_address").asText().split("\\R", 2);
        if (lines.length == 2) {
            message.put("street_address", lines[0].strip()).put("supplemental_address_1", lines[1].strip());
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
