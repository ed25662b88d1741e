package org.almoner.gateway.adyen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.almoner.gateway.Notification;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.StorableText;
import org.almoner.wire.Personal;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that a notification of Adyen's tells, by Adyen's names. Read once for both, its verifier and its reader,
 * so that what was verified is what is understood; of no other type than Adyen writes it. What is missing is empty.
 *
 * @param value in minor units; nothing when there is no amount
 */
record NotificationItem(
        String pspReference,
        String originalReference,
        String merchantAccountCode,
        String merchantReference,
        @Nullable Long value,
        String currency,
        String eventCode,
        String success,
        String reason,
        String eventDate,
        String paymentMethod,
        JsonNode additionalData)
        implements Personal {

    private static final int LONGEST = 1024;
    private static final int MOST = 100; // Adyen sends one

    /** Of its own, since a listener has no beans to be given one. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // which of two would have been signed?
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @throws InvalidMessage when this is nothing that Adyen would write */
    static List<NotificationItem> of(Notification notification) {
        JsonNode items = tree(notification.text()).path("notificationItems");
        if (!items.isArray() || items.isEmpty() || items.size() > MOST) {
            throw new InvalidMessage("notificationItems is no list of 1 to " + MOST);
        }
        var read = new ArrayList<NotificationItem>();
        items.forEach(item -> read.add(of(item.path("NotificationRequestItem"))));
        return read;
    }

    private static NotificationItem of(JsonNode item) {
        if (!item.isObject()) {
            throw new InvalidMessage("NotificationRequestItem is missing");
        }
        return new NotificationItem(
                text(item, "pspReference"),
                text(item, "originalReference"),
                text(item, "merchantAccountCode"),
                text(item, "merchantReference"),
                value(item.path("amount").path("value")),
                text(item.path("amount"), "currency"),
                text(item, "eventCode"),
                text(item, "success"),
                text(item, "reason"),
                text(item, "eventDate"),
                text(item, "paymentMethod"),
                item.path("additionalData"));
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidMessage("is not JSON");
        }
    }

    private static String text(JsonNode of, String name) {
        JsonNode field = of.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return "";
        }
        if (!field.isTextual() || field.textValue().length() > LONGEST) {
            throw new InvalidMessage(name + " is no text of at most " + LONGEST + " characters");
        }
        StorableText.check(field.textValue());
        return field.textValue();
    }

    private static @Nullable Long value(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new InvalidMessage("amount.value is no whole number");
        }
        return value.longValue();
    }

    /** From {@code additionalData}, none of which is signed; empty if it is missing. */
    String additional(String name) {
        return text(additionalData, name);
    }

    boolean isSuccess() {
        return success.equals("true");
    }

    /** The payment that it is about: what was done to a payment has a reference of its own. */
    String payment() {
        return originalReference.isEmpty() ? pspReference : originalReference;
    }

    /** Who knows what the donor paid with, and maybe who that is. */
    @Override
    public String toString() {
        return masked();
    }
}
