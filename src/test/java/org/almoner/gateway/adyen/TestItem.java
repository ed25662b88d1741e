package org.almoner.gateway.adyen;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.almoner.gateway.Notification;
import org.almoner.testing.AlmonerTest;

/** An item of a notification, signed as Adyen's documentation says: written down apart from the code that verifies it. */
final class TestItem {

    static final String KEY = AlmonerTest.ADYEN_KEY;

    /** How Gravy names a payment that it has Adyen make. */
    static final String GRAVY = "7jZXl4gBUNl0CnaLEnfXbt";

    final ObjectNode fields;

    private TestItem(ObjectNode fields) {
        this.fields = fields;
    }

    static TestItem of(String event) {
        var fields = JsonNodeFactory.instance.objectNode();
        fields.put("pspReference", "Q7K2M9XW4TBN8R65")
                .put("merchantAccountCode", "ExampleCOM")
                .put("merchantReference", "231448907.1")
                .put("eventCode", event)
                .put("eventDate", "2026-09-02T10:40:00+02:00")
                .put("paymentMethod", "visa")
                .put("success", "true");
        fields.putObject("amount").put("currency", "EUR").put("value", 1250);
        fields.putObject("additionalData");
        return new TestItem(fields);
    }

    /** Of the payment, under a name of its own. */
    static TestItem reversal(String event) {
        return of(event).with("pspReference", "REV0000000000001").with("originalReference", "Q7K2M9XW4TBN8R65");
    }

    TestItem with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    TestItem with(String field, JsonNode value) {
        fields.set(field, value);
        return this;
    }

    TestItem of(long value, String currency) {
        fields.putObject("amount").put("currency", currency).put("value", value);
        return this;
    }

    TestItem additional(String field, String value) {
        data().put(field, value);
        return this;
    }

    TestItem signed() {
        return signedBy(KEY);
    }

    TestItem signedBy(String key) {
        return additional("hmacSignature", mac(signedText(), key));
    }

    String signature() {
        return data().path("hmacSignature").asText();
    }

    Notification notification() {
        return notification(this);
    }

    static Notification notification(TestItem... items) {
        return body(Stream.of(items)
                .map(item -> "{\"NotificationRequestItem\":" + item.fields + "}")
                .collect(Collectors.joining(",", "{\"live\":\"false\",\"notificationItems\":[", "]}")));
    }

    static Notification body(String body) {
        return new Notification(
                "n-1", "adyen", Instant.parse("2026-09-02T08:40:01Z"), "192.0.2.1", Map.of(), body.getBytes(UTF_8));
    }

    static String mac(String text, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode data() {
        return (ObjectNode) fields.path("additionalData");
    }

    private String signedText() {
        return Stream.of(
                        fields.path("pspReference"),
                        fields.path("originalReference"),
                        fields.path("merchantAccountCode"),
                        fields.path("merchantReference"),
                        fields.path("amount").path("value"),
                        fields.path("amount").path("currency"),
                        fields.path("eventCode"),
                        fields.path("success"))
                .map(JsonNode::asText)
                .collect(Collectors.joining(":"));
    }
}
