package org.almoner.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A donation of ten dollars by card, in which tests change what they are about. */
record TestDonation(Map<String, Object> fields) {

    static TestDonation of(String gatewayTxnId) {
        return new TestDonation(Map.of())
                .with("gateway", "adyen")
                .with("gateway_txn_id", gatewayTxnId)
                .with("order_id", gatewayTxnId + ".1")
                .with("contribution_tracking_id", "77")
                .with("gross", "10.00")
                .with("currency", "USD")
                .with("date", 1788350400)
                .with("payment_method", "cc")
                .with("payment_submethod", "visa")
                .with("email", "kim@example.org")
                .with("first_name", "Kim")
                .with("last_name", "Park")
                .with("country", "US")
                .with("language", "en")
                .with("utm_source", "..cc");
    }

    TestDonation with(String field, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new TestDonation(changed);
    }

    TestDonation without(String... names) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        for (String name : names) {
            changed.remove(name);
        }
        return new TestDonation(changed);
    }

    String json() {
        try {
            return new ObjectMapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
