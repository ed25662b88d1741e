package org.almoner.notification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.almoner.gateway.Notification;
import org.almoner.queue.InvalidMessage;
import org.springframework.stereotype.Component;

/** How a notification is written by a listener and read by whoever handles it: as JSON within limits of its own. */
@Component
public class NotificationJson {

    /** In Base64 a body of 1 MiB takes a third more. */
    private static final int LONGEST_TEXT = 1_500_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxDocumentLength(2_000_000)
            .maxStringLength(LONGEST_TEXT)
            .maxNestingDepth(3)
            .maxTokenCount(1_000)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public byte[] write(Notification notification) {
        try {
            return JSON.writeValueAsBytes(notification);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notification cannot be written", e);
        }
    }

    /** @throws IOException of Jackson's, when it is none */
    public Notification read(byte[] json) throws IOException {
        var notification = JSON.readValue(json, Notification.class);
        if (notification == null) {
            throw new InvalidMessage("is null");
        }
        return notification;
    }
}
