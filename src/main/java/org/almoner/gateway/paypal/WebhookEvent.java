package org.almoner.gateway.paypal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;

/** An event that PayPal tells a webhook of. */
@JsonNaming(SnakeCaseStrategy.class)
record WebhookEvent(String id, String eventType, JsonNode resource) implements Personal {

    private static final Map<String, Map<String, String>> MEANINGS = Map.of(
            "PAYMENT.CAPTURE.COMPLETED", Map.of("txn_type", "express_checkout", "payment_status", "Completed"),
            "PAYMENT.CAPTURE.REFUNDED", Map.of("payment_status", "Refunded", "reason_code", "refund"),
            "PAYMENT.CAPTURE.REVERSED", Map.of("payment_status", "Reversed", "reason_code", "chargeback"));

    WebhookEvent {
        Required.text("id", id);
        Required.text("event_type", eventType);
    }

    /** Nothing if it changes nothing that anybody gave. */
    Optional<Ipn> asIpn() {
        return Optional.ofNullable(MEANINGS.get(eventType)).map(meaning -> {
            Required.value("resource", resource);
            Map<String, String> fields = new HashMap<>(meaning);
            put(fields, "txn_id", "/id");
            put(fields, "mc_gross", "/amount/value");
            put(fields, "mc_currency", "/amount/currency_code");
            put(fields, "mc_fee", "/seller_receivable_breakdown/paypal_fee/value");
            put(fields, "payment_date", resource.hasNonNull("create_time") ? "/create_time" : "/update_time");
            put(fields, "custom", "/custom_id");
            put(fields, "invoice", resource.hasNonNull("invoice_id") ? "/invoice_id" : "/custom_id");
            if (!meaning.containsKey("txn_type")) {
                fields.put("parent_txn_id", captured());
            }
            return new Ipn(fields);
        });
    }

    private void put(Map<String, String> fields, String name, String place) {
        String value = resource.at(place).asText();
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    /** A refund leads up to its capture; of a reversal, PayPal shows the capture itself. */
    private String captured() {
        return StreamSupport.stream(resource.path("links").spliterator(), false)
                .filter(link -> "up".equals(link.path("rel").asText()))
                .map(link -> link.path("href").asText())
                .filter(href -> href.contains("/captures/"))
                .map(href -> href.substring(href.lastIndexOf('/') + 1))
                .findFirst()
                .or(() -> Stream.of("capture_id", "order_id")
                        .map(name -> resource.at("/supplementary_data/related_ids/" + name)
                                .asText())
                        .filter(id -> !id.isEmpty())
                        .findFirst())
                .orElseGet(() -> resource.path("id").asText());
    }

    @Override
    public String toString() {
        return masked();
    }
}
