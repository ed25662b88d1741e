package org.almoner.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A request to a listener, with its signature. */
record Notification(Map<String, String> headers, byte[] body) {

    static Notification json(Map<String, String> headers, String body) {
        return of("application/json; charset=utf-8", headers, body);
    }

    static Notification form(String body) {
        return of("application/x-www-form-urlencoded", Map.of(), body);
    }

    static Notification of(String type, Map<String, String> headers, String body) {
        var all = new TreeMap<>(headers);
        all.put("Content-Type", type);
        return new Notification(all, body.getBytes(StandardCharsets.UTF_8));
    }

    Notification with(byte[] other) {
        return new Notification(headers, other);
    }
}
