package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Map;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.Keyed;
import org.almoner.wire.Personal;
import org.almoner.wire.Required;
import org.almoner.wire.Text;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who may be a gateway told a listener, as it came in and before anybody judged it.
 *
 * @param id given by the listener, another one for each request
 * @param receivedAt with milliseconds
 * @param headers those that its gateway's verifier asks for, by their names in lower case
 * @param body the raw bytes, at most 1 MiB; Base64 on the wire
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Notification(
        @Text(36) String id,
        @Text(32) String gateway,
        Instant receivedAt,
        @Text @Nullable String remoteAddress,
        Map<String, String> headers,
        byte[] body)
        implements Keyed, Personal {

    public Notification {
        Required.text("id", id);
        Required.text("gateway", gateway);
        Required.value("received_at", receivedAt);
        if (body == null) {
            throw new InvalidMessage("body is missing");
        }
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    /** Nothing if it was not sent, or sent more than once. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, UTF_8);
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public String toString() {
        return masked();
    }
}
