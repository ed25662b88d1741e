package org.almoner.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** What is sent back, and what the call did. */
record Answer(int status, String type, byte[] body, Effect effect) {

    static Answer json(int status, Map<String, ?> fields) {
        return new Answer(status, "application/json", Json.write(fields).getBytes(StandardCharsets.UTF_8), Effect.NONE);
    }

    static Answer text(int status, String type, String text) {
        return new Answer(status, type, text.getBytes(StandardCharsets.UTF_8), Effect.NONE);
    }

    static Answer empty(int status) {
        return text(status, "text/plain", "");
    }

    Answer after(Effect effect) {
        return new Answer(status, type, body, effect);
    }

    /** The first half of it. */
    Answer broken() {
        return new Answer(status, type, Arrays.copyOf(body, body.length / 2), effect);
    }

    Answer asPage() {
        return new Answer(
                status,
                "text/html",
                "<html><body>Please stand by</body></html>".getBytes(StandardCharsets.UTF_8),
                effect);
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (status == 429) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
