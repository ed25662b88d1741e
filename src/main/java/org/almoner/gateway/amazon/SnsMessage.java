package org.almoner.gateway.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.almoner.gateway.SignedBytes;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/** What a topic of SNS tells its subscribers; each of its fields is text, and there once. */
record SnsMessage(Map<String, String> fields) implements Personal {

    private static final List<String> OF_A_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_A_SUBSCRIPTION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private static final Map<String, List<String>> SIGNED = Map.of(
            "Notification", OF_A_NOTIFICATION,
            "SubscriptionConfirmation", OF_A_SUBSCRIPTION,
            "UnsubscribeConfirmation", OF_A_SUBSCRIPTION);

    private static final Map<String, String> ALGORITHMS = Map.of("1", "SHA1withRSA", "2", "SHA256withRSA");

    /** A listener has no other; a message of SNS has at most 256 KiB. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(4)
                        .maxStringLength(300_000)
                        .maxTokenCount(100)
                        .build());
    }

    /** Nothing if it is no message of SNS that has all that must be signed, and a signature. */
    static Optional<SnsMessage> read(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body))
                    .flatMap(SnsMessage::of)
                    .filter(SnsMessage::isWhole);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<SnsMessage> of(JsonNode told) {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : told.properties()) {
            if (field.getValue().isTextual()) {
                fields.put(field.getKey(), field.getValue().textValue());
            }
        }
        return told.isObject() ? Optional.of(new SnsMessage(fields)) : Optional.empty();
    }

    private boolean isWhole() {
        var signed = SIGNED.get(text("Type"));
        return signed != null
                && signed.stream()
                        .allMatch(
                                field -> field.equals("Subject") || !text(field).isEmpty())
                && ALGORITHMS.containsKey(text("SignatureVersion"))
                && !text("SigningCertURL").isEmpty()
                && sentAt() != null
                && signature().length > 0;
    }

    boolean isConfirmation() {
        return text("Type").equals("SubscriptionConfirmation");
    }

    boolean isNotification() {
        return text("Type").equals("Notification");
    }

    String topic() {
        return text("TopicArn");
    }

    String id() {
        return text("MessageId");
    }

    String certificateUrl() {
        return text("SigningCertURL");
    }

    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    @Nullable
    Instant sentAt() {
        try {
            return Instant.parse(text("Timestamp"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** In the order of their names' bytes; a subject is signed only if there is one. */
    SignedBytes signed() {
        String lines = Objects.requireNonNull(SIGNED.get(text("Type"))).stream()
                .filter(fields::containsKey)
                .map(field -> field + "\n" + text(field) + "\n")
                .collect(Collectors.joining());
        return new SignedBytes(
                lines.getBytes(UTF_8), signature(), Objects.requireNonNull(ALGORITHMS.get(text("SignatureVersion"))));
    }

    private byte[] signature() {
        try {
            return Base64.getDecoder().decode(text("Signature"));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
