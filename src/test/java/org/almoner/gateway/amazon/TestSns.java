package org.almoner.gateway.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.almoner.gateway.Notification;

/** A message of SNS that a test can put together, sign, and spoil. */
record TestSns(Map<String, String> fields) {

    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:payments";
    static final String CERTIFICATE = "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-ab12.pem";
    static final Instant NOW = Instant.parse("2026-09-02T10:40:00Z");

    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "SubscribeURL", "Subject", "Timestamp", "Token", "TopicArn", "Type");

    static TestSns notification(String message) {
        return new TestSns(Map.of())
                .with("Type", "Notification")
                .with("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324")
                .with("TopicArn", TOPIC)
                .with("Message", message)
                .with("Timestamp", "2026-09-02T10:39:59.123Z")
                .with("SignatureVersion", "2")
                .with("SigningCertURL", CERTIFICATE);
    }

    static TestSns confirmation() {
        return notification("You have chosen to subscribe")
                .with("Type", "SubscriptionConfirmation")
                .with("Token", "2336412f37")
                .with(
                        "SubscribeURL",
                        "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + TOPIC
                                + "&Token=2336412f37");
    }

    TestSns with(String field, String value) {
        var changed = new TreeMap<>(fields);
        changed.put(field, value);
        return new TestSns(changed);
    }

    TestSns without(String field) {
        var changed = new TreeMap<>(fields);
        changed.remove(field);
        return new TestSns(changed);
    }

    TestSns signed(PrivateKey key) {
        String lines = SIGNED.stream()
                .filter(fields::containsKey)
                .map(field -> field + "\n" + fields.get(field) + "\n")
                .collect(Collectors.joining());
        try {
            var signature =
                    Signature.getInstance("1".equals(fields.get("SignatureVersion")) ? "SHA1withRSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(lines.getBytes(UTF_8));
            return with("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signature() {
        return fields.getOrDefault("Signature", "");
    }

    String json() {
        try {
            return new ObjectMapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Notification received() {
        return received(json());
    }

    static Notification received(String body) {
        return new Notification("7b1c", "amazon", NOW, "198.51.100.7", Map.of(), body.getBytes(UTF_8));
    }
}
