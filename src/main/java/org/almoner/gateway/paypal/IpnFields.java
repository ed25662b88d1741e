package org.almoner.gateway.paypal;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import org.almoner.queue.InvalidMessage;

/** What PayPal's fields are called in our messages. */
final class IpnFields {

    /** Of two that mean the same, the later one wins. */
    private static final List<Entry<String, String>> NAMES = List.of(
            entry("time_created", "date"),
            entry("payment_date", "date"),
            entry("txn_type", "txn_type"),
            entry("parent_txn_id", "gateway_parent_id"),
            entry("txn_id", "gateway_txn_id"),
            entry("recurring_payment_id", "subscr_id"),
            entry("subscr_id", "subscr_id"),
            entry("old_subscr_id", "subscr_id"),
            entry("recur_times", "installments"),
            entry("mc_currency", "currency"),
            entry("currency_code", "currency"),
            entry("reason_code", "type"),
            entry("custom", "order_id"),
            entry("rp_invoice_id", "order_id"),
            entry("payer_email", "email"),
            entry("first_name", "first_name"),
            entry("last_name", "last_name"),
            entry("address_street", "street_address"),
            entry("address_city", "city"),
            entry("address_state", "state_province"),
            entry("address_country_code", "country"),
            entry("address_zip", "postal_code"),
            entry("residence_country", "country"),
            entry("address_name", "supplemental_address_1"),
            entry("amount_per_cycle", "gross"),
            entry("mc_gross", "gross"),
            entry("mc_amount3", "gross"),
            entry("amount3", "gross"),
            entry("mc_fee", "fee"));

    private static final Set<String> DATES = Set.of("time_created", "payment_date");

    private IpnFields() {}

    static ObjectNode of(Ipn ipn) {
        var message = JsonNodeFactory.instance.objectNode();
        for (var name : NAMES) {
            if (ipn.has(name.getKey())) {
                put(message, name, ipn);
            }
        }
        String order = message.path("order_id").asText();
        if (!order.isEmpty()) {
            message.put("contribution_tracking_id", order.split("\\.", 2)[0]);
        }
        String donor = ipn.text("first_name") + " " + ipn.text("last_name");
        if (donor.equals(message.path("supplemental_address_1").asText())) {
            message.remove("supplemental_address_1");
        }
        return message;
    }

    /** Seconds since 1970. */
    static long seconds(Ipn ipn, String field) {
        return PayPalTime.of(ipn.text(field))
                .orElseThrow(() -> new InvalidMessage(field + " is not a time"))
                .getEpochSecond();
    }

    private static void put(ObjectNode message, Entry<String, String> name, Ipn ipn) {
        if (DATES.contains(name.getKey())) {
            message.put(name.getValue(), seconds(ipn, name.getKey()));
        } else {
            message.put(name.getValue(), ipn.text(name.getKey()));
        }
    }
}
