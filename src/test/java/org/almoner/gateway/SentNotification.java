package org.almoner.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What somebody sends to a listener, and ways to send something else. */
public record SentNotification(String gateway, Map<String, String> headers, byte[] body, Instant at) {

    public static SentNotification to(String gateway, String body) {
        return new SentNotification(gateway, Map.of(), body.getBytes(UTF_8), Instant.parse("2026-09-02T10:40:00Z"));
    }

    public SentNotification with(String header, String value) {
        var changed = new HashMap<>(headers);
        changed.put(header, value);
        return new SentNotification(gateway, changed, body, at);
    }

    public SentNotification without(String header) {
        var changed = new HashMap<>(headers);
        changed.remove(header);
        return new SentNotification(gateway, changed, body, at);
    }

    public SentNotification withBody(String other) {
        return new SentNotification(gateway, headers, other.getBytes(UTF_8), at);
    }

    public SentNotification at(String time) {
        return new SentNotification(gateway, headers, body, Instant.parse(time));
    }

    public Notification received() {
        return new Notification("7b1c", gateway, at, "198.51.100.7", headers, body);
    }
}
