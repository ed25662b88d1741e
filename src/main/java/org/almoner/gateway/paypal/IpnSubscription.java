package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almoner.gateway.Onward;
import org.almoner.gateway.Onward.Kind;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** News of a subscription, which is how PayPal did recurring payments before there were profiles. */
@Component
class IpnSubscription {

    private static final String GATEWAY = "paypal";

    private static final Map<String, String> UNITS = Map.of("d", "day", "w", "week", "m", "month", "y", "year");
    private static final Pattern PERIOD = Pattern.compile("([0-9]{1,3})\\s*([dwmyDWMY])");

    private final PayPalPending pending;

    IpnSubscription(PayPalPending pending) {
        this.pending = pending;
    }

    Onward of(Ipn ipn) {
        var message = message(ipn, IpnFields.of(ipn));
        return Onward.of(Kind.RECURRING, message.put("recurring", 1).put("gateway", GATEWAY));
    }

    private ObjectNode message(Ipn ipn, ObjectNode told) {
        return switch (ipn.text("txn_type")) {
            case "subscr_signup" -> signup(ipn, pending.completed(GATEWAY, told));
            case "subscr_payment" -> pending.completed(GATEWAY, told);
            case "subscr_failed" -> failed(ipn, told);
            case "subscr_cancel" -> told.put("cancel_date", IpnFields.seconds(ipn, "subscr_date"));
            default -> told;
        };
    }

    private static ObjectNode signup(Ipn ipn, ObjectNode message) {
        Matcher period = PERIOD.matcher(ipn.text("period3").strip());
        if (!period.matches()) {
            throw new InvalidMessage("period3 is no period");
        }
        long begun = IpnFields.seconds(ipn, "subscr_date");
        return message.put("frequency_unit", UNITS.get(period.group(2).toLowerCase(Locale.ROOT)))
                .put("frequency_interval", Integer.parseInt(period.group(1)))
                .put("create_date", begun)
                .put("start_date", begun);
    }

    private static ObjectNode failed(Ipn ipn, ObjectNode message) {
        Stream.of("retry_at", "failure_retry_date")
                .flatMap(field -> PayPalTime.of(ipn.text(field)).stream())
                .findFirst()
                .ifPresent(next -> message.put("failure_retry_date", next.getEpochSecond()));
        return message;
    }
}
